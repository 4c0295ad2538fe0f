import * as z from "zod";
import { ceilingSchema } from "@/lib/budget/ceiling";
import { isDay } from "@/lib/day";
import { ALL_RULES } from "@/lib/schemes/rules";
import { DISTRIBUTIONS } from "@/lib/vocabulary/distribution";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { TERM_FROMS } from "@/lib/vocabulary/term-from";
import { publicationNumber } from "./publication-number";

const day = z.string("required").min(1, "required").refine(isDay, "not_a_day");
const MOST_WEEKS = 52;

/** A window plan; with the id and revision of the plan when it exists already. */
export const planSchema = z
  .object({
    planId: z.uuid().optional(),
    revision: z.coerce.number().int().positive().optional(),
    scheme: z.enum(SCHEMES, "choose"),
    dividedCeiling: z.string("choose").min(1, "choose").pipe(ceilingSchema),
    opensOn: day,
    closesOn: day,
    distribution: z.enum(DISTRIBUTIONS, "choose"),
    decisionWeeks: z
      .string("required")
      .trim()
      .min(1, "required")
      .regex(/^\d{1,2}$/, "not_weeks")
      .transform(Number)
      .refine((weeks) => weeks >= 1 && weeks <= MOST_WEEKS, "not_weeks"),
    termFrom: z
      .enum(["usual", ...TERM_FROMS], "choose")
      .transform((from) => (from === "usual" ? undefined : from))
      .optional(),
    reserveUntil: z
      .string()
      .refine((text) => text === "" || isDay(text), "not_a_day")
      .transform((text) => text || undefined)
      .optional(),
    rulesVersion: z.string("choose").refine((id) => ALL_RULES.some((rules) => rules.id === id), "choose"),
    publication: z
      .string("required")
      .trim()
      .min(1, "required")
      .transform((text, context) => {
        const number = publicationNumber(text);
        if (number) return number;
        context.addIssue({ code: "custom", message: "not_a_publication_number" });
        return z.NEVER;
      }),
    publishedOn: day,
  })
  .transform(({ dividedCeiling: ceiling, ...plan }) => ({ ...plan, ceiling }));

/** The plan that was on screen. */
export const planStepSchema = z.object({ planId: z.uuid(), revision: z.coerce.number().int().positive() });
