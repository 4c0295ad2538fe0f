import * as z from "zod";
import { isDay } from "@/lib/day";
import { RECORDED_GROUNDS } from "@/lib/vocabulary/suspension-grounds";

const day = z.string("required").min(1, "required").refine(isDay, "not_a_day");

/** A notice of delay: the new day for the decision, and why. */
export const delaySchema = z.object({
  applicationId: z.uuid(),
  expectedOn: day,
  delayReason: z.string("required").trim().min(1, "required").max(2000, "too_long"),
});

/** Form of a suspension: ground, last day, and the text for the employer. */
export const suspensionSchema = z.object({
  applicationId: z.uuid(),
  suspensionGround: z.enum(RECORDED_GROUNDS, "choose"),
  resumesOn: day,
  suspensionReason: z.string("required").trim().min(1, "required").max(2000, "too_long"),
});

/** A notice of default that came by post, with the day on which it was received. */
export const postedNoticeSchema = z.object({ applicationId: z.uuid(), receivedOn: day });

/** A notice of default that an employer gives in the portal. */
export const ownNoticeSchema = z.object({ applicationId: z.uuid() });
