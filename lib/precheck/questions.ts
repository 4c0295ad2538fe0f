import * as z from "zod";
import { ALWAYS, day, hours, optionalDay, weekHours, yesNo } from "@/lib/answers/answer-kinds";
import { INBURGERING_STATES } from "@/lib/answers/trajectory-answers";
import type { RawSection } from "@/lib/form-state";
import { type Problem, problemsIn } from "@/lib/form-state";
import type { Rules } from "@/lib/schemes/rules";
import { PERMIT_CATEGORIES } from "@/lib/vocabulary/permits";
import { type Scheme, TRACKS } from "@/lib/vocabulary/scheme";

/** As on the form itself, and the answer of whoever has none of these. */
export const PERMITS = [...PERMIT_CATEGORIES, "other"] as const;

const base = z.object({
  permitCategory: z.enum(PERMITS, "choose"),
  inburgering: z.enum(INBURGERING_STATES, "choose"),
  contractStartsOn: day,
  contractEndsOn: optionalDay,
  hoursPerWeek: weekHours,
  earlierPaidWork: yesNo,
  participants: z.coerce.number("choose").int("choose").min(1, "choose").max(9, "choose"),
  track: z.enum(TRACKS, "choose"),
});

const inOrder = (
  answers: Partial<Pick<z.output<typeof base>, "contractStartsOn" | "contractEndsOn">>,
  context: z.RefinementCtx,
) => {
  const { contractStartsOn: start, contractEndsOn: end } = answers;
  if (start && end && end <= start)
    context.addIssue({ code: "custom", message: "ends_before_start", path: ["contractEndsOn"] });
};

/**
 * The pre-check: a few questions of the application itself, under the same names and in the same words, so that
 * an answer carries over as it is. They are about the first statushouder; `participants` says how many there are.
 */
export const PRECHECK_SCHEMAS = {
  werkgeverssubsidie: base.extend({ grantedBefore: yesNo }).superRefine(inOrder, ALWAYS),
  startbaan: base.extend({ classHoursPerWeek: hours }).superRefine(inOrder, ALWAYS),
} satisfies Record<Scheme, z.ZodType>;

export type PrecheckAnswers =
  | z.output<(typeof PRECHECK_SCHEMAS)["werkgeverssubsidie"]>
  | z.output<(typeof PRECHECK_SCHEMAS)["startbaan"]>;

/** The questions in the groups of the page. */
export const PRECHECK_GROUPS = {
  werkgeverssubsidie: {
    person: ["permitCategory", "inburgering"],
    work: ["contractStartsOn", "contractEndsOn", "hoursPerWeek", "earlierPaidWork"],
    request: ["participants", "track", "grantedBefore"],
  },
  startbaan: {
    person: ["permitCategory", "inburgering"],
    work: ["contractStartsOn", "contractEndsOn", "hoursPerWeek", "classHoursPerWeek", "earlierPaidWork"],
    request: ["participants", "track"],
  },
} as const satisfies Record<Scheme, Record<string, readonly string[]>>;

const questions = (scheme: Scheme): string[] => Object.values(PRECHECK_GROUPS[scheme]).flat();

/** How many statushouders may be answered: "1" up to the most that these rules take. */
export const participantOptions = (rules: Pick<Rules, "amountsCents">): string[] =>
  rules.amountsCents.value.map((_, index) => String(index + 1));

/** What was answered, with nothing that was not asked; undefined when an answer is missing or cannot be. */
export function readPrecheck(
  scheme: Scheme,
  typed: RawSection,
): { raw: RawSection; answers: PrecheckAnswers } | undefined {
  const parsed = PRECHECK_SCHEMAS[scheme].safeParse(typed);
  if (!parsed.success) return undefined;
  const raw = Object.fromEntries(questions(scheme).map((name) => [name, typed[name] ?? ""]));
  return { raw, answers: parsed.data };
}

/** What is wrong with the answers as typed, in the order of the questions. */
export function precheckProblems(scheme: Scheme, typed: RawSection): Problem[] {
  const { error } = PRECHECK_SCHEMAS[scheme].safeParse(typed);
  const order = questions(scheme);
  return problemsIn(error ?? { issues: [] }).sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
