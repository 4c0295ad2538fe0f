import * as z from "zod";
import { readPersonNumber } from "@/lib/privacy/person-number";

/** Nine-digit BSN (eleven test) or ten-digit V-number; what comes out is digits, to be turned into a key at once. */
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
