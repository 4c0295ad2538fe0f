import { SECTION_QUESTIONS, type Section } from "@/lib/answers/answers";
import type { RawSection } from "@/lib/form-state";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { type Fields, fieldsOf, type Questions } from "./questions/question";
import { EVERY_TRAJECTORY_QUESTION, trajectoryTable } from "./questions/registry";

const mapSections = <T>(of: (questions: Questions) => T) =>
  Object.fromEntries(
    Object.entries(SECTION_QUESTIONS).map(([section, questions]) => [section, of(questions)]),
  ) as Record<Section, T>;

/** The questions of each section in the order of its page. */
export const SECTION_FIELDS = mapSections(fieldsOf);

/** Every question of a trajectory under one scheme, in the order of its page. */
export const trajectoryFields = (scheme: Scheme): Fields => fieldsOf(trajectoryTable(scheme));

/** Names of the questions on a trajectory's page, from top to bottom; the number is asked after the name. */
export const trajectoryQuestions = (scheme: Scheme): string[] =>
  Object.keys(trajectoryFields(scheme)).flatMap((name) =>
    name === "pseudonym" ? [name, "personNumber"] : [name],
  );

/** Every question there is, by name. */
const EVERY_QUESTION: Questions = Object.assign(
  {},
  ...Object.values(SECTION_QUESTIONS),
  EVERY_TRAJECTORY_QUESTION,
);

/** Names of the questions with this property. */
export const namesWhere = (holds: (question: Questions[string]) => boolean): string[] =>
  Object.entries(EVERY_QUESTION).flatMap(([name, question]) => (holds(question) ? [name] : []));

/** The questions of a section, with what the server found beside them as far as it found anything. */
export const shownFields = (section: Section, answers: RawSection): Fields =>
  Object.fromEntries(
    Object.entries<Questions[string]>(SECTION_QUESTIONS[section]).flatMap(([name, { kind, keptByServer }]) =>
      !keptByServer || (keptByServer === "shown" && answers[name]) ? [[name, kind]] : [],
    ),
  );

/**
 * Whether a question counts, given the answers: women's questions only on the women's track, a branch or a second contact
 * only when there is one.
 */
export const isAsked = (name: string, answers: RawSection): boolean =>
  EVERY_QUESTION[name]?.askedWhen?.(answers) ?? true;

/** Names of the questions that two versions answer differently; nothing and empty are the same answer. */
export function differences(fields: Fields, mine: RawSection, theirs: RawSection): string[] {
  const text = (value: RawSection[string] | undefined) =>
    [value ?? ""].flat().join("\n").replaceAll("\r\n", "\n");
  return Object.keys(fields).filter((name) => text(mine[name]) !== text(theirs[name]));
}
