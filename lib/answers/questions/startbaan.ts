import * as z from "zod";
import { ROSTER_FIELDS, type RosterField, rosterField, weekOf } from "@/lib/roster/fields";
import { OCCUPATIONS, WEEKDAYS } from "@/lib/roster/week";
import { ALWAYS, agreed, day, hours, optionalText, text, times } from "../answer-kinds";
import type { OwnAnswers, PrecheckFacts, SchemeQuestions } from "./definition";
import {
  belongTogether,
  COMMON_SHAPE,
  CONTRACT,
  GUIDANCE,
  GUIDANCE_TIME,
  PERSON,
  readCommon,
  TRACK,
} from "./every-scheme";
import { choice, longText, type Questions, shapeOf, yesOrNo } from "./question";

export const LEARNING_ROUTES = ["b1", "onderwijs", "z"] as const;

/** Questions about work beside inburgering, which the municipality confirms. */
const OWN = {
  learningRoute: choice(LEARNING_ROUTES),
  livesInCoa: yesOrNo(),
  coaLocation: {
    kind: "text",
    schema: optionalText(),
    width: "medium",
    askedWhen: ({ livesInCoa }) => livesInCoa === "yes",
    box: "coa-only",
  },
  municipality: { kind: "text", schema: text(), width: "medium" },
  pipFits: { ...yesOrNo(["yes", "no"]), personal: true },
  pipConfirmedBy: { kind: "text", schema: text(), ofItsTime: true },
  pipConfirmedOn: { kind: "day", schema: day, personal: true },
  classHoursPerWeek: { kind: "hours", schema: hours },
  minimumWage: { kind: "tick", schema: agreed },
  continuationIntended: yesOrNo(["yes", "no"]),
  hypothesis: longText(2000),
  monitoringConsent: { kind: "tick", schema: agreed, personal: true },
} as const satisfies Questions;

const ROSTER = Object.fromEntries(
  ROSTER_FIELDS.map((field) => [field, { kind: "times", schema: times } as const]),
) as Record<RosterField, { kind: "times"; schema: typeof times }>;

/** A roster has at least one block of work and one of class in the week. */
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

/** Who lives in a reception centre names it, because they have no address yet. */
function coaLocationIsNamed(
  { livesInCoa, coaLocation }: { livesInCoa?: boolean; coaLocation?: string },
  context: z.RefinementCtx,
): void {
  if (livesInCoa && !coaLocation)
    context.addIssue({ code: "custom", message: "required", path: ["coaLocation"] });
}

const schema = z
  .object({ ...COMMON_SHAPE, ...shapeOf(OWN), ...shapeOf(ROSTER) })
  .superRefine(belongTogether, ALWAYS)
  .superRefine(coaLocationIsNamed, ALWAYS)
  .superRefine(rosterIsFilledIn, ALWAYS)
  .transform((a) => ({
    ...readCommon(a, [a.hypothesis]),
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

export type StartbaanAnswers = z.output<typeof schema>["startbaan"];

/** The answers of a startbaan with only the hours of class known. */
const ownFromPrecheck = ({ classHoursPerWeek, contractStartsOn }: PrecheckFacts): OwnAnswers => ({
  startbaan: {
    learningRoute: "b1",
    municipality: "",
    coaLocation: null,
    pipFits: true,
    pipConfirmedBy: "",
    pipConfirmedOn: contractStartsOn,
    classHoursPerWeek: Number(classHoursPerWeek),
    continuationIntended: true,
    hypothesis: "",
    roster: weekOf(() => []),
  },
});

export const startbaan = {
  groups: {
    person: PERSON,
    contract: CONTRACT,
    startbaan: OWN,
    roster: ROSTER,
    plan: { ...GUIDANCE, ...GUIDANCE_TIME },
    track: TRACK,
  },
  schema,
  precheck: {
    person: ["permitCategory", "inburgering"],
    work: ["contractStartsOn", "contractEndsOn", "hoursPerWeek", "classHoursPerWeek", "earlierPaidWork"],
    request: ["participants", "track"],
  },
  ownFromPrecheck,
} as const satisfies SchemeQuestions;
