import * as z from "zod";
import type { RawSection } from "@/lib/form-state";
import { PERMIT_CATEGORIES, permitEnds } from "@/lib/vocabulary/permits";
import { TRACKS } from "@/lib/vocabulary/scheme";
import { day, hours, listOf, optionalDay, text, weekHours } from "../answer-kinds";
import { choice, longText, type Questions, shapeOf, yesOrNo } from "./question";

export const INBURGERING_STATES = ["obliged", "completed", "not_obliged"] as const;
export const CONTRACT_TYPES = ["employment", "learn_work"] as const;
export const WOMENS_MEASURES = [
  "flexible_hours",
  "female_mentor",
  "part_time_build_up",
  "network",
  "safety",
] as const;

/** Questions about the person. The BSN or V-number is asked after the name; only a key of it is kept. */
export const PERSON = {
  pseudonym: { kind: "text", schema: text(20), width: "medium", personal: true },
  personKey: {
    kind: "text",
    schema: z.string("person_number_missing").regex(/^[a-z0-9-]+:[0-9a-f]{64}$/, "person_number_missing"),
    personal: true,
    keptByServer: "hidden",
  },
  permitCategory: choice(PERMIT_CATEGORIES),
  permitValidUntil: {
    kind: "day",
    schema: optionalDay,
    personal: true,
    askedWhen: ({ permitCategory = "" }) => permitEnds(String(permitCategory)),
    box: "fixed-term-only",
  },
  inburgering: choice(INBURGERING_STATES),
} as const satisfies Questions;

export const CONTRACT = {
  contractType: choice(CONTRACT_TYPES),
  contractStartsOn: { kind: "day", schema: day, ofItsTime: true },
  contractEndsOn: { kind: "day", schema: optionalDay, optional: true, ofItsTime: true },
  hoursPerWeek: { kind: "hours", schema: weekHours },
  earlierPaidWork: { ...yesOrNo(), ofItsTime: true },
} as const satisfies Questions;

/** The first questions of the plan; those of a scheme follow, and then the last ones. */
export const GUIDANCE = {
  contactPerson: { kind: "text", schema: text() },
  guidancePlan: longText(4000),
} as const satisfies Questions;
export const GUIDANCE_TIME = {
  guidanceHours: { kind: "hours", schema: hours },
  activitiesEndOn: { kind: "day", schema: day, ofItsTime: true },
} as const satisfies Questions;

const onWomensTrack = {
  askedWhen: ({ track }: RawSection) => track === "women",
  box: "women-only",
} as const;

export const TRACK = {
  track: choice(TRACKS),
  womenAgrees: {
    kind: "tick",
    schema: z.literal("yes").optional().catch(undefined),
    personal: true,
    ...onWomensTrack,
  },
  womenExtraHours: { kind: "hours", schema: z.string().trim().default(""), ...onWomensTrack },
  womenMeasures: {
    kind: "choices",
    options: WOMENS_MEASURES,
    schema: listOf(WOMENS_MEASURES),
    ...onWomensTrack,
  },
} as const satisfies Questions;

/** Schemas of the questions that every scheme asks. */
export const COMMON_SHAPE = {
  ...shapeOf(PERSON),
  ...shapeOf(CONTRACT),
  ...shapeOf(GUIDANCE),
  ...shapeOf(GUIDANCE_TIME),
  ...shapeOf(TRACK),
};
export type CommonAnswers = z.output<z.ZodObject<typeof COMMON_SHAPE>>;

/**
 * Answers that depend on each other. Women's guidance needs the participant's agreement, extra hours and at
 * least one measure; on the general track those questions do not count.
 */
export function belongTogether(answers: Partial<CommonAnswers>, context: z.RefinementCtx): void {
  const problem = (field: keyof CommonAnswers, message: string) =>
    context.addIssue({ code: "custom", message, path: [field] });
  const { contractStartsOn, contractEndsOn } = answers;
  if (contractStartsOn && contractEndsOn && contractEndsOn <= contractStartsOn)
    problem("contractEndsOn", "ends_before_start");
  if (answers.permitCategory && permitEnds(answers.permitCategory) && !answers.permitValidUntil)
    problem("permitValidUntil", "required");
  if (answers.track !== "women") return;
  const extraHours = hours.safeParse(answers.womenExtraHours);
  if (!answers.womenAgrees) problem("womenAgrees", "must_agree_participant");
  if (!extraHours.success) problem("womenExtraHours", extraHours.error.issues[0]?.message ?? "not_hours");
  if (!answers.womenMeasures?.length) problem("womenMeasures", "choose_one_measure");
}

const women = (a: CommonAnswers) =>
  a.track === "women" ? { extraHours: hours.parse(a.womenExtraHours), measures: a.womenMeasures } : null;

/** What the common answers mean; `ownPlan` are the parts of the plan that a scheme asks besides the guidance. */
export const readCommon = (a: CommonAnswers, ownPlan: readonly string[]) => ({
  pseudonym: a.pseudonym,
  personKey: a.personKey,
  permit: {
    category: a.permitCategory,
    validUntil: permitEnds(a.permitCategory) ? a.permitValidUntil : null,
  },
  inburgering: a.inburgering,
  contract: {
    type: a.contractType,
    startsOn: a.contractStartsOn,
    endsOn: a.contractEndsOn,
    hoursPerWeek: a.hoursPerWeek,
    earlierPaidWork: a.earlierPaidWork,
  },
  contactPerson: a.contactPerson,
  plan: { parts: [a.guidancePlan, ...ownPlan], hours: a.guidanceHours },
  activitiesEndOn: a.activitiesEndOn,
  track: a.track,
  women: women(a),
});
export type CommonTrajectory = ReturnType<typeof readCommon>;
