import * as z from "zod";

const words = z.object({
  check: z.literal("1").optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  /** Streams that earlier pieces looked at. */
  checked: z.coerce.number().int().nonnegative().catch(0),
});

/** What the address asks for; anything it cannot mean is left out. */
export const readChainWords = (params: unknown) => words.parse(params);
