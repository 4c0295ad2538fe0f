import * as z from "zod";
import { readPersonNumber } from "@/lib/privacy/person-number";
import { ROSTER_FIELDS, type RosterField, rosterField, weekOf } from "@/lib/roster/fields";
import { OCCUPATIONS, WEEKDAYS } from "@/lib/roster/week";
import { PERMIT_CATEGORIES, permitEnds } from "@/lib/vocabulary/permits";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";
import {
  ALWAYS,
  agreed,
  day,
  hours,
  listOf,
  optionalDay,
  optionalText,
  text,
  times,
  weekHours,
  yesNo,
} from "./answer-kinds";

export const INBURGERING_STATES = ["obliged", "completed", "not_obliged"] as const;
export const CONTRACT_TYPES = ["employment", "learn_work"] as const;
export const WOMENS_MEASURES = [
  "flexible_hours",
  "female_mentor",
  "part_time_build_up",
  "network",
  "safety",
] as const;
export const LEARNING_ROUTES = ["b1", "onderwijs", "z"] as const;

const trajectoryBase = z.object({
  pseudonym: text(20),
  /** Set by the server from the BSN or V-number, which itself is never kept. */
  personKey: z.string("person_number_missing").regex(/^[a-z0-9-]+:[0-9a-f]{64}$/, "person_number_missing"),
  permitCategory: z.enum(PERMIT_CATEGORIES, "choose"),
  permitValidUntil: optionalDay,
  inburgering: z.enum(INBURGERING_STATES, "choose"),
  contractType: z.enum(CONTRACT_TYPES, "choose"),
  contractStartsOn: day,
  contractEndsOn: optionalDay,
  hoursPerWeek: weekHours,
  earlierPaidWork: yesNo,
  contactPerson: text(),
  guidancePlan: text(4000),
  guidanceHours: hours,
  activitiesEndOn: day,
  track: z.enum(["general", "women"], "choose"),
  womenAgrees: z.literal("yes").optional().catch(undefined),
  womenExtraHours: z.string().trim().default(""),
  womenMeasures: listOf(WOMENS_MEASURES),
});

type Women = { extraHours: number; measures: (typeof WOMENS_MEASURES)[number][] };

/**
 * Answers that depend on each other. Women's guidance needs the participant's agreement, extra hours and at
 * least one measure; on the general track those questions do not count.
 */
function belongTogether(answers: Partial<z.output<typeof trajectoryBase>>, context: z.RefinementCtx): void {
  const problem = (field: keyof typeof answers, message: string) =>
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

export const werkgeverssubsidieTrajectorySchema = trajectoryBase
  .extend({ culturePlan: text(4000), languagePlan: text(4000) })
  .superRefine(belongTogether, ALWAYS)
  .transform((a) => ({
    ...shared(a),
    plan: {
      guidance: a.guidancePlan,
      culture: a.culturePlan,
      language: a.languagePlan,
      hours: a.guidanceHours,
    },
    startbaan: null,
  }));

/** A roster names when there is work and when there is class; an empty day is a free day. */
function rosterIsFilledIn(answers: Partial<Record<RosterField, unknown[]>>, context: z.RefinementCtx): void {
  for (const occupation of OCCUPATIONS) {
    const days = WEEKDAYS.map((weekday) => answers[rosterField(weekday, occupation)]);
    if (days.every((blocks) => blocks?.length === 0))
      context.addIssue({
        code: "custom",
        message: `no_${occupation}_in_roster`,
        path: [rosterField("monday", occupation)],
      });
  }
}

const roster = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, times])) as Record<
  RosterField,
  typeof times
>;

/** Who lives in a reception centre has no address yet: the centre is named, and the municipality linked to it. */
function coaLocationIsNamed(
  { livesInCoa, coaLocation }: { livesInCoa?: boolean; coaLocation?: string },
  context: z.RefinementCtx,
): void {
  if (livesInCoa && !coaLocation)
    context.addIssue({ code: "custom", message: "required", path: ["coaLocation"] });
}

export const startbaanTrajectorySchema = trajectoryBase
  .extend({
    learningRoute: z.enum(LEARNING_ROUTES, "choose"),
    livesInCoa: yesNo,
    coaLocation: optionalText(),
    municipality: text(),
    pipFits: yesNo,
    pipConfirmedBy: text(),
    pipConfirmedOn: day,
    classHoursPerWeek: hours,
    minimumWage: agreed,
    continuationIntended: yesNo,
    hypothesis: text(2000),
    monitoringConsent: agreed,
    ...roster,
  })
  .superRefine(belongTogether, ALWAYS)
  .superRefine(coaLocationIsNamed, ALWAYS)
  .superRefine(rosterIsFilledIn, ALWAYS)
  .transform((a) => ({
    ...shared(a),
    plan: { guidance: a.guidancePlan, culture: null, language: null, hours: a.guidanceHours },
    startbaan: {
      learningRoute: a.learningRoute,
      municipality: a.municipality,
      coaLocation: a.livesInCoa ? a.coaLocation : null,
      pipFits: a.pipFits,
      pipConfirmedBy: a.pipConfirmedBy,
      pipConfirmedOn: a.pipConfirmedOn,
      classHoursPerWeek: a.classHoursPerWeek,
      continuationIntended: a.continuationIntended,
      hypothesis: a.hypothesis,
      roster: weekOf((field) => a[field]),
    },
  }));

const women = (a: z.output<typeof trajectoryBase>): Women | null =>
  a.track === "women" ? { extraHours: hours.parse(a.womenExtraHours), measures: a.womenMeasures } : null;

function shared(a: z.output<typeof trajectoryBase>) {
  return {
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
    activitiesEndOn: a.activitiesEndOn,
    track: a.track as Track,
    women: women(a),
  };
}

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

export const trajectorySchema = {
  werkgeverssubsidie: werkgeverssubsidieTrajectorySchema,
  startbaan: startbaanTrajectorySchema,
} satisfies Record<Scheme, z.ZodType>;

export type Trajectory =
  | z.output<typeof werkgeverssubsidieTrajectorySchema>
  | z.output<typeof startbaanTrajectorySchema>;
