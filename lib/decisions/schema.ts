import * as z from "zod";
import { ceilingSchema } from "@/lib/budget/ceiling";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { type Day, isDay } from "@/lib/day";
import { parseMoney } from "@/lib/money";
import { GROUND_CODES, LOWERING_CODES, type LoweringGround } from "@/lib/vocabulary/grounds";
import { MANUAL_CHECKS } from "./manual-checks";
import { type Meant, REVISIONS, type Revision } from "./revision";

const many = (value: unknown) =>
  value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value];
const version = z.coerce.number().int().positive();

/** Form of a proposal: the trajectories to grant, and for the rest the grounds and an explanation. */
export const proposalSchema = z.object({
  applicationId: z.uuid(),
  version,
  granted: z.preprocess(many, z.array(z.coerce.number().int().positive())),
  grounds: z.preprocess(many, z.array(z.enum(GROUND_CODES, "choose"))),
  explanation: z.string().trim().max(4000, "too_long").default(""),
  /** Checks that the reviewer settled by hand. */
  manualChecks: z.preprocess(many, z.array(z.enum(MANUAL_CHECKS))).optional(),
});

/** Form of a bulk grant: a day of one ceiling, and the hash of the set on screen. */
export const bulkGrantSchema = z.object({
  ceiling: ceilingSchema,
  day: z.string().refine(isDay),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  shownOn: z.string().refine(isDay).optional(),
});

/** The reserve list that ends. */
export const ceilingOnlySchema = z.object({ ceiling: ceilingSchema });
/** Form of a bulk refusal: the end of one reserve list, and the hash of the proposals on screen. */
export const refuseInBulkSchema = ceilingOnlySchema.extend({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  shownOn: z.string().refine(isDay).optional(),
});

/** Form of an intended refusal: grounds, explanation, and the last day to respond. */
export const intentionSchema = z.object({
  applicationId: z.uuid(),
  version,
  grounds: z.preprocess(many, z.array(z.enum(GROUND_CODES, "choose")).nonempty("grounds-missing")),
  explanation: z.string("required").trim().min(1, "required").max(4000, "too_long"),
  untilOn: z.string("required").min(1, "required").refine(isDay, "not_a_day"),
});

/** The trajectories that are granted after a revision, and the amounts typed for some of them in `amount-<number>`. */
const meant = { keep: z.preprocess(many, z.array(z.coerce.number().int().positive())) };

function typedAmounts(typed: Record<string, unknown>, context: z.RefinementCtx): TrajectoryAmount[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const [, number] = /^amount-(\d)$/.exec(name) ?? [];
    if (number === undefined || typeof value !== "string" || value.trim() === "") return [];
    const amountCents = parseMoney(value);
    if (amountCents !== undefined) return [{ trajectory: Number(number), amountCents }];
    context.addIssue({ code: "custom", message: "not_an_amount", path: [name] });
    return [];
  });
}

export type LoweringInput = Meant & {
  applicationId: string;
  version: number;
  grounds: LoweringGround[];
  explanation: string;
  untilOn: Day;
};

/** Form of an intended lowering: trajectories and amounts, grounds, explanation, and the last day to respond. */
export const loweringSchema = z
  .looseObject({
    applicationId: z.uuid(),
    version,
    ...meant,
    loweringGrounds: z.preprocess(
      many,
      z.array(z.enum(LOWERING_CODES, "choose")).nonempty("grounds-missing"),
    ),
    explanation: z.string("required").trim().min(1, "required").max(4000, "too_long"),
    untilOn: z.string("required").min(1, "required").refine(isDay, "not_a_day"),
  })
  .transform((typed, context): LoweringInput => {
    const { applicationId, version, keep, loweringGrounds: grounds, explanation, untilOn } = typed;
    const amounts = typedAmounts(typed, context);
    return { applicationId, version, keep, amounts, grounds, explanation, untilOn };
  });

/** Form of a proposal not to treat: an explanation of what is still missing. */
export const notTreatingSchema = z.object({
  applicationId: z.uuid(),
  version,
  missing: z.string("required").trim().min(1, "required").max(4000, "too_long"),
});

/** Form of a response by the employer. */
export const responseSchema = z.object({
  applicationId: z.uuid(),
  response: z.string("required").trim().min(1, "required").max(4000, "too_long"),
});

export const confirmationSchema = z.object({ applicationId: z.uuid(), version });
/** The day for which the letter on screen was shown. */
const shownOn = z.string().refine(isDay);
export const decisionSeenSchema = confirmationSchema.extend({ shownOn });
/** The previewed letter that was on screen. */
export const lookedOverSchema = decisionSeenSchema.extend({ conceptId: z.uuid() });
export const returnSchema = z.object({
  applicationId: z.uuid(),
  version,
  reason: z.string("required").trim().min(1, "required").max(2000, "too_long"),
});

/** The revision on screen, to confirm, or to turn down with a reason. */
export const revisionSeenSchema = decisionSeenSchema.extend({ proposalId: z.uuid() });
export const rejectionSchema = returnSchema.extend({ proposalId: z.uuid() });
/** The partial award in cents, as the previewed letter has it. */
export const partSchema = decisionSeenSchema.extend({ amountCents: z.coerce.number().int().positive() });

const revised = z.looseObject({
  applicationId: z.uuid(),
  revision: z.enum(REVISIONS),
  ...meant,
  explanation: z.string("required").trim().min(1, "required").max(4000, "too_long"),
  /** Day on which the employer asked for it; without that day a hearing is needed. */
  askedOn: z.string().refine(isDay, "not_a_day").optional(),
});
export type RevisionInput = Meant & {
  applicationId: string;
  revision: Revision;
  explanation: string;
  askedOn?: Day | undefined;
};
const withAmounts = (typed: z.output<typeof revised>, context: z.RefinementCtx): RevisionInput => {
  const { applicationId, revision, keep, explanation, askedOn } = typed;
  return { applicationId, revision, keep, amounts: typedAmounts(typed, context), explanation, askedOn };
};

/** Form of a revision: the trajectories that are granted after it and their amounts, and why. */
export const revisionSchema = revised.transform(withAmounts);
/** Form of a lowering that the employer asked for. */
export const onRequestSchema = revised
  .extend({ askedOn: z.string("required").min(1, "required").refine(isDay, "not_a_day") })
  .transform(withAmounts);
