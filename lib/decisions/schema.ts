import * as z from "zod";
import { ceilingSchema } from "@/lib/budget/ceiling";
import { isDay } from "@/lib/day";
import { GROUND_CODES, LOWERING_CODES } from "@/lib/vocabulary/grounds";
import { MANUAL_CHECKS } from "./manual-checks";
import { REVISIONS } from "./revision";

const many = (value: unknown) =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
const version = z.coerce.number().int().positive();

/** What a reviewer sends: the trajectories to grant, and for the rest the grounds and own words. */
export const proposalSchema = z.object({
  applicationId: z.uuid(),
  version,
  granted: z.preprocess(many, z.array(z.coerce.number().int().positive())),
  grounds: z.preprocess(many, z.array(z.enum(GROUND_CODES, "choose"))),
  explanation: z.string().trim().max(4000, "too_long").default(""),
  /** What the reviewer looked at himself. */
  manualChecks: z.preprocess(many, z.array(z.enum(MANUAL_CHECKS))).optional(),
});

/** What a decider confirms at once: a day of one ceiling, and the hash of which proposals were on screen. */
export const bulkGrantSchema = z.object({
  ceiling: ceilingSchema,
  day: z.string().refine(isDay),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  shownOn: z.string().refine(isDay).optional(),
});

/** What a reviewer means to refuse, why, and until when there is time to respond. */
export const intentionSchema = z.object({
  applicationId: z.uuid(),
  version,
  grounds: z.preprocess(many, z.array(z.enum(GROUND_CODES, "choose")).nonempty("grounds_missing")),
  explanation: z.string("required").trim().min(1, "required").max(4000, "too_long"),
  untilOn: z.string("required").min(1, "required").refine(isDay, "not_a_day"),
});

/** What a reviewer means to take back of a grant, why, and until when there is time to respond. */
export const loweringSchema = z
  .object({
    applicationId: z.uuid(),
    version,
    keep: z.preprocess(many, z.array(z.coerce.number().int().positive())),
    loweringGrounds: z.preprocess(
      many,
      z.array(z.enum(LOWERING_CODES, "choose")).nonempty("grounds_missing"),
    ),
    explanation: z.string("required").trim().min(1, "required").max(4000, "too_long"),
    untilOn: z.string("required").min(1, "required").refine(isDay, "not_a_day"),
  })
  .transform(({ loweringGrounds: grounds, ...others }) => ({ ...others, grounds }));

/** What a reviewer writes about what is still missing, to leave an application untreated. */
export const notTreatingSchema = z.object({
  applicationId: z.uuid(),
  version,
  missing: z.string("required").trim().min(1, "required").max(4000, "too_long"),
});

/** What an employer says to it. */
export const responseSchema = z.object({
  applicationId: z.uuid(),
  response: z.string("required").trim().min(1, "required").max(4000, "too_long"),
});

export const confirmationSchema = z.object({ applicationId: z.uuid(), version });
/** The day that the letter on screen was shown for. */
const shownOn = z.string().refine(isDay);
export const decisionSeenSchema = confirmationSchema.extend({ shownOn });
/** What was on screen of a letter that was written and looked over. */
export const lookedOverSchema = decisionSeenSchema.extend({ conceptId: z.uuid() });
export const returnSchema = z.object({
  applicationId: z.uuid(),
  version,
  reason: z.string("required").trim().min(1, "required").max(2000, "too_long"),
});

/** The proposed revision that was on screen: confirmed, or turned down with a reason. */
export const revisionSeenSchema = decisionSeenSchema.extend({ proposalId: z.uuid() });
export const rejectionSchema = returnSchema.extend({ proposalId: z.uuid() });
/** What still fits, in cents, as the letter on screen said it. */
export const partSchema = decisionSeenSchema.extend({ amountCents: z.coerce.number().int().positive() });

/** A decision in the place of the last one: what stays of a grant, or a grant after an objection, and why. */
export const revisionSchema = z.object({
  applicationId: z.uuid(),
  revision: z.enum(REVISIONS),
  keep: z.preprocess(many, z.array(z.coerce.number().int().positive())),
  explanation: z.string("required").trim().min(1, "required").max(4000, "too_long"),
  /** Day on which the employer asked for it himself; without it he has to be heard. */
  askedOn: z.string().refine(isDay, "not_a_day").optional(),
});
/** The same because the employer asked for it. */
export const onRequestSchema = revisionSchema.extend({
  askedOn: z.string("required").min(1, "required").refine(isDay, "not_a_day"),
});
