import * as z from "zod";
import { ceilingSchema } from "@/lib/budget/ceiling";
import { FIGURES } from "@/lib/budget/change-kind";
import { isDay } from "@/lib/day";
import { type Cents, parseMoney } from "@/lib/money";
import { LINE_IDS } from "@/lib/vocabulary/budget-lines";

const day = z.string("required").min(1, "required").refine(isDay, "not_a_day");
const amount = z
  .string("required")
  .min(1, "required")
  .transform((typed, context): Cents => {
    const parsed = parseMoney(typed);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

/** A line and a year in an address. */
export const lineYearSchema = z.object({
  line: z.enum(LINE_IDS),
  year: z.coerce.number().int().min(2025).max(2100),
});

const grounds = {
  ...lineYearSchema.shape,
  changeReason: z.string("required").trim().min(1, "required").max(2000, "too_long"),
  publication: z.string("required").trim().min(1, "required").max(300, "too_long"),
  publishedOn: day,
};

export const amountSchema = z.object({ ...grounds, ceiling: amount });
export const releaseSchema = z.object({ ...grounds, releasesOn: day });
export const resolutionSchema = z.object({ ...grounds, figure: z.enum(FIGURES, "choose") });
export const transferSchema = z.object({
  ...grounds,
  transferTo: z.string("choose").min(1, "choose").pipe(ceilingSchema),
  transferred: amount,
});
export const changeSchema = z.object({ changeId: z.uuid() });
