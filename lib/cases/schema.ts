import * as z from "zod";

/** A name for a list, and its address. */
export const viewSchema = z.object({
  viewName: z.string({ error: "required" }).trim().min(1, "required").max(60, "too_long"),
  words: z.string().max(1_000),
});

export const viewNameSchema = viewSchema.pick({ viewName: true });

const words = (most: number) =>
  z.string({ error: "required" }).trim().min(1, "required").max(most, "too_long");

export const noteSchema = z.object({ applicationId: z.uuid(), note: words(4_000) });

export const handOverSchema = z.object({
  applicationId: z.uuid(),
  /** The handler on screen; empty is nobody. */
  seenAssigneeId: z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((id) => id || null),
  to: z.uuid("required"),
  handOverReason: words(1_000),
});

export const caseSchema = z.object({ applicationId: z.uuid() });
