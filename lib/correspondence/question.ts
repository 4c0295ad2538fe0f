import * as z from "zod";

/** The two who ask and answer about an application. */
export const SIDES = ["employer", "ministry"] as const;

/** One question or answer; `id` is made with the form, so that the same one sent twice is one. */
export const questionSchema = z.object({
  applicationId: z.uuid(),
  id: z.uuid(),
  question: z.string("required").trim().min(1, "required").max(2000, "too_long"),
});
