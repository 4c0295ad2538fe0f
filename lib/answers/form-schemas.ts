import type * as z from "zod";
import { SECTION_SCHEMAS, type Section } from "@/lib/answers/answers";
import { asTyped, isSection, type Part } from "@/lib/answers/draft";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { trajectoryQuestions } from "@/lib/answers/questions/registry";
import { trajectoryFormSchema } from "@/lib/answers/trajectory-form";
import { type Problem, problemsIn, type RawSection } from "@/lib/form-state";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** Problems in the order of the questions on the page. */
function judge(schema: z.ZodType, answers: RawSection, questions: readonly string[]): Problem[] {
  const parsed = schema.safeParse(answers);
  if (parsed.success) return [];
  const place = ({ field }: Problem) => questions.indexOf(field);
  return problemsIn(parsed.error).sort((a, b) => place(a) - place(b));
}

/** What is wrong with one section as typed. */
export const sectionProblems = (section: Section, answers: RawSection): Problem[] =>
  judge(SECTION_SCHEMAS[section], answers, Object.keys(SECTION_FIELDS[section]));

/** What is wrong with one trajectory as typed. */
export const trajectoryProblems = (scheme: Scheme, answers: RawSection, personKnown: boolean): Problem[] =>
  judge(trajectoryFormSchema(scheme, personKnown), answers, trajectoryQuestions(scheme));

/**
 * The problems of a part that was just saved. A section is validated with what the register filled in; a trajectory
 * is validated as typed, because the number of the person is not kept.
 */
export function judgeSaved(
  part: Part,
  typed: RawSection,
  kept: { answers: RawSection; scheme: Scheme; personKnown: boolean },
): { problems: Problem[]; typed: RawSection } {
  return isSection(part)
    ? { problems: sectionProblems(part, kept.answers), typed: asTyped(kept.answers) }
    : { problems: trajectoryProblems(kept.scheme, typed, kept.personKnown), typed: {} };
}
