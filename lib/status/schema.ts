import * as z from "zod";

const LONGEST = 60;
const filled = z.string("required").trim().min(1, "required").max(LONGEST, "too_long");

/** The look-up form of the public status. All wrong input gets the same sentence. */
export const statusSchema = z.object({ reference: filled, statusCode: filled });
export type StatusQuestion = z.output<typeof statusSchema>;
