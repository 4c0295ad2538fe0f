import * as z from "zod";
import { type Day, isDay } from "@/lib/day";
import { type Cents, parseMoney } from "@/lib/money";
import { type Block, parseBlocks } from "@/lib/roster/week";

/**
 * The kinds of answer. The input is what a browser posts: text, or a list of texts; the output is what it
 * means. Every message is a key under the catalogue's `problems`.
 */
export const text = (max = 200) => z.string("required").trim().min(1, "required").max(max, "too_long");
export const optionalText = (max = 200) => z.string().trim().max(max, "too_long").default("");
export const day = z
  .string("required")
  .min(1, "required")
  .refine(isDay, "not_a_day")
  .transform((d): Day => d);
export const optionalDay = z
  .string()
  .default("")
  .refine((d) => d === "" || isDay(d), "not_a_day")
  .transform((d): Day | null => d || null);
export const amount = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((typed, context): Cents => {
    const parsed = parseMoney(typed);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });
/** Hours above zero with at most one decimal, comma or point. */
export const hours = z
  .string("required")
  .trim()
  .min(1, "required")
  .regex(/^(?!0+([.,]0)?$)\d{1,3}([.,]\d)?$/, "not_hours")
  .transform((typed) => Number(typed.replace(",", ".")));
/** Hours of work in a week, at most sixty (Arbeidstijdenwet). */
export const weekHours = hours.refine((count) => count <= 60, "too_many_hours");
/** A postcode as it is written: "3511ab" is "3511 AB". */
export function formatPostcode(typed: string): string {
  const [, digits, letters = ""] = /^(\d{4})\s*([A-Za-z]{2})$/.exec(typed.trim()) ?? [];
  return digits ? `${digits} ${letters.toUpperCase()}` : typed.trim();
}
/** The blocks of time on one day of a roster, possibly none. */
export const times = z
  .string()
  .default("")
  .transform((typed, context): Block[] => {
    const blocks = parseBlocks(typed);
    if (blocks) return blocks;
    context.addIssue({ code: "custom", message: "not_times" });
    return z.NEVER;
  });
export const yesNo = z.enum(["yes", "no"], "choose").transform((answer) => answer === "yes");
export const agreed = z.literal("yes", "must_agree").transform(() => true as const);
export const phone = text(30).regex(/^\+?[\d\s()-]{8,}$/, "not_a_phone");
/** A postcode like "3511 AB"; the letters SA, SD and SS do not exist. */
export const postcode = text()
  .transform(formatPostcode)
  .pipe(z.string().regex(/^[1-9]\d{3} (?!SA|SD|SS)[A-Z]{2}$/, "not_a_postcode"));
export const houseNumber = text(20).regex(/^\d/, "not_a_house_number");
export const email = text().pipe(z.email("not_an_email"));
/** A postcode, or empty. */
export const optionally = (kind: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .default("")
    .transform((typed, context): string => {
      if (typed === "") return "";
      const parsed = kind.safeParse(typed);
      if (parsed.success) return parsed.data;
      for (const issue of parsed.error.issues) context.addIssue({ ...issue, input: undefined });
      return z.NEVER;
    });
export const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (v) => (v === undefined || v === "" ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.enum(values, "choose")),
  );

/** Runs a check between answers also when other answers are invalid, so that all problems appear at once. */
export const ALWAYS = { when: () => true };
