import { SECTION_QUESTIONS, type Section } from "@/lib/answers/answers";
import type { RawSection } from "@/lib/form-state";
import { type Fields, fieldsOf, type Questions } from "./questions/question";
import { EVERY_TRAJECTORY_QUESTION } from "./questions/registry";

const mapSections = <T>(of: (questions: Questions) => T) =>
  Object.fromEntries(
    Object.entries(SECTION_QUESTIONS).map(([section, questions]) => [section, of(questions)]),
  ) as Record<Section, T>;

/** The questions of each section in the order of its page. */
export const SECTION_FIELDS = mapSections(fieldsOf);

/** Every question there is, by name. */
const EVERY_QUESTION: Questions = Object.assign(
  {},
  ...Object.values(SECTION_QUESTIONS),
  EVERY_TRAJECTORY_QUESTION,
);

/** Names of the questions with this property. */
export const namesWhere = (holds: (question: Questions[string]) => boolean): string[] =>
  Object.entries(EVERY_QUESTION).flatMap(([name, question]) => (holds(question) ? [name] : []));

/** The questions of a section, with the facts that the server added. */
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
