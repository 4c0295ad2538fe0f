import * as z from "zod";
import { text } from "@/lib/answers/answer-kinds";
import { CHECK_RESULTS, PERSON_CHECKS } from "@/lib/vocabulary/person-checks";

const person = { applicationId: z.uuid(), trajectory: z.coerce.number().int().min(1).max(100) };

/** A reviewer asks to see a number, and says why. */
export const openingSchema = z.object({ ...person, openingReason: text(1_000) });

/** A reviewer has an authority asked by the portal. */
export const askSchema = z.object({ ...person, kind: z.enum(PERSON_CHECKS) });

/** What a reviewer found out outside the portal, and how. */
export const outcomeSchema = z.object({
  ...person,
  personCheck: z.enum(PERSON_CHECKS, "choose"),
  checkResult: z.enum(CHECK_RESULTS, "choose"),
  checkExplanation: text(1_000),
});
