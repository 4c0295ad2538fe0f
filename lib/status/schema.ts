import * as z from "zod";

const LONGEST = 60;
const filled = z.string("required").trim().min(1, "required").max(LONGEST, "too_long");

/** What somebody who did not sign in may ask by. Whether it is right is told in one sentence for all that is wrong. */
export const statusSchema = z.object({ reference: filled, statusCode: filled });
export type StatusQuestion = z.output<typeof statusSchema>;
