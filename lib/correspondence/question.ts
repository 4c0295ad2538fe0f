import * as z from "zod";

/** The two sides of a conversation about an application. */
export const SIDES = ["employer", "ministry"] as const;

/** One question or answer; the form makes its `id`, so that sending it twice gives one. */
export const questionSchema = z.object({
  applicationId: z.uuid(),
  id: z.uuid(),
  question: z.string("required").trim().min(1, "required").max(2000, "too_long"),
});
