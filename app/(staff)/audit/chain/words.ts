import * as z from "zod";

const words = z.object({
  check: z.literal("1").optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  /** Streams that earlier batches verified. */
  checked: z.coerce.number().int().nonnegative().catch(0),
});

/** The page that an address asks for; parameters without meaning are ignored. */
export const readChainWords = (params: unknown) => words.parse(params);
