import * as z from "zod";
import { ALWAYS } from "@/lib/answers/answer-kinds";
import { CONTRACT, PERSON, TRACK } from "@/lib/answers/questions/every-scheme";
import { choice, type Questions, shapeOf, yesOrNo } from "@/lib/answers/questions/question";
import { questionsOfScheme, trajectoryTable } from "@/lib/answers/questions/registry";
import { type Problem, problemsIn, type RawSection } from "@/lib/form-state";
import type { Rules } from "@/lib/schemes/rules";
import { PERMIT_CATEGORIES } from "@/lib/vocabulary/permits";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";

/** Questions of the pre-check only, and questions that it asks in another form. */
const PRECHECK_ONLY = {
  /** As in the form itself, with an option for a statushouder without any of these permits. */
  permitCategory: choice([...PERMIT_CATEGORIES, "other"]),
  /** The options follow from the rules: `participantOptions`. */
  participants: {
    kind: "choice",
    schema: z.coerce.number("choose").int("choose").min(1, "choose").max(9, "choose"),
  },
  grantedBefore: yesOrNo(),
} as const satisfies Questions;

const { inburgering } = PERSON;
const { contractStartsOn, contractEndsOn, hoursPerWeek, earlierPaidWork } = CONTRACT;
const { permitCategory, participants } = PRECHECK_ONLY;

/** Questions of every pre-check. */
const common = z.object(
  shapeOf({
    permitCategory,
    inburgering,
    contractStartsOn,
    contractEndsOn,
    hoursPerWeek,
    earlierPaidWork,
    participants,
    track: TRACK.track,
  }),
);

export type PrecheckAnswers = z.output<typeof common> & { grantedBefore?: boolean } & Record<string, unknown>;

const inOrder = (
  answers: { contractStartsOn?: unknown; contractEndsOn?: unknown },
  context: z.RefinementCtx,
) => {
  const { contractStartsOn: start, contractEndsOn: end } = answers;
  if (start && end && end <= start)
    context.addIssue({ code: "custom", message: "ends_before_start", path: ["contractEndsOn"] });
};

/**
 * The pre-check: a few questions of the application with the same names and words, so that answers are carried over
 * unchanged. They are about the first statushouder; `participants` is the number of them.
 */
export function precheckGroups(scheme: Scheme): [group: PrecheckGroup, Questions][] {
  const table: Questions = { ...trajectoryTable(scheme), ...PRECHECK_ONLY };
  return Object.entries(questionsOfScheme(scheme).precheck).map(([group, names]) => [
    group as PrecheckGroup,
    Object.fromEntries(names.map((name) => [name, table[name] ?? unknownQuestion(name)])),
  ]);
}
export type PrecheckGroup = keyof ReturnType<typeof questionsOfScheme>["precheck"];

const unknownQuestion = (name: string): never => {
  throw new RangeError(`the pre-check asks ${name}, which is no question of its scheme`);
};

const tableOf = (scheme: Scheme): Questions =>
  Object.fromEntries(precheckGroups(scheme).flatMap(([, questions]) => Object.entries(questions)));

type PrecheckSchema = z.ZodType<PrecheckAnswers, Record<string, unknown>>;

/** One schema per scheme for browser and server; made once, because a form compares schemas by identity. */
const SCHEMAS = Object.fromEntries(
  SCHEMES.map((scheme) => [
    scheme,
    common.extend(shapeOf(tableOf(scheme))).superRefine(inOrder, ALWAYS) as unknown as PrecheckSchema,
  ]),
) as Record<Scheme, PrecheckSchema>;

export const precheckSchema = (scheme: Scheme): PrecheckSchema => SCHEMAS[scheme];

const questions = (scheme: Scheme): string[] => Object.keys(tableOf(scheme));

/** The choices for the number of statushouders: "1" up to the maximum of these rules. */
export const participantOptions = (rules: Pick<Rules, "amountsCents">): string[] =>
  rules.amountsCents.value.map((_, index) => String(index + 1));

/** The answers to these questions only; undefined when one is missing or invalid. */
export function readPrecheck(
  scheme: Scheme,
  typed: RawSection,
): { raw: RawSection; answers: PrecheckAnswers } | undefined {
  const parsed = precheckSchema(scheme).safeParse(typed);
  if (!parsed.success) return undefined;
  const raw = Object.fromEntries(questions(scheme).map((name) => [name, typed[name] ?? ""]));
  return { raw, answers: parsed.data };
}

/** The problems of the answers as typed, in the order of the questions. */
export function precheckProblems(scheme: Scheme, typed: RawSection): Problem[] {
  const { error } = precheckSchema(scheme).safeParse(typed);
  const order = questions(scheme);
  return problemsIn(error ?? { issues: [] }).sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
