import * as z from "zod";
import { readPersonNumber } from "@/lib/privacy/person-number";

/** BSN of nine digits (eleven test) or V-number of ten; gives its digits, of which only a key is kept. */
export const personNumberSchema = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((typed, context) => {
    const number = readPersonNumber(typed);
    if (number) return number;
    context.addIssue({ code: "custom", message: "not_a_person_number" });
    return z.NEVER;
  });
