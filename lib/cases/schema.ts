import * as z from "zod";

/** A name for a list, and the words of its address. */
export const viewSchema = z.object({
  viewName: z.string({ error: "required" }).trim().min(1, "required").max(60, "too_long"),
  words: z.string().max(1_000),
});

export const viewNameSchema = viewSchema.pick({ viewName: true });
