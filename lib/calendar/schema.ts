import * as z from "zod";
import { isDay } from "@/lib/day";

const day = z.string("required").min(1, "required").refine(isDay, "not_a_day");

/** A day that a decree equates with a holiday, and where that is published. */
export const equatedDaySchema = z.object({
  day,
  source: z.string("required").trim().min(1, "required").max(300, "too_long"),
});
export const equatedDayOnlySchema = z.object({ day });
