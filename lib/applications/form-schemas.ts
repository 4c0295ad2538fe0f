import * as z from "zod";
import type { RawSection } from "@/lib/applications/answers";
import { SECTION_SCHEMAS, type Section } from "@/lib/applications/answers";
import { SECTION_FIELDS, trajectoryQuestions } from "@/lib/applications/fields";
import { personNumberSchema, trajectorySchema } from "@/lib/applications/trajectory-answers";
import { type Problem, problemsIn } from "@/lib/form-state";
import { SCHEMES, type Scheme } from "@/lib/schemes/scheme";

type FormSchema = z.ZodType<unknown, Record<string, unknown>>;

/** A trajectory as its page posts it: the BSN or V-number itself, which may stay empty once a key of it is kept. */
function trajectoryForm(scheme: Scheme, personKnown: boolean): FormSchema {
  return z.record(z.string(), z.unknown()).superRefine(({ personNumber = "", ...answers }, context) => {
    const number =
      personKnown && personNumber === "" ? undefined : personNumberSchema.safeParse(personNumber);
    const others = trajectorySchema[scheme].safeParse(answers);
    for (const issue of number?.error?.issues ?? [])
      context.addIssue({ code: "custom", message: issue.message, path: ["personNumber"] });
    for (const issue of others.error?.issues ?? [])
      if (issue.path[0] !== "personKey") context.addIssue({ ...issue, input: undefined });
  });
}

/** One schema a page for browser and server; made once, because a form remembers its schema by identity. */
const TRAJECTORY_FORMS = Object.fromEntries(
  SCHEMES.map((scheme) => [
    scheme,
    { known: trajectoryForm(scheme, true), unknown: trajectoryForm(scheme, false) },
  ]),
) as Record<Scheme, Record<"known" | "unknown", FormSchema>>;

export const trajectoryFormSchema = (scheme: Scheme, personKnown: boolean): FormSchema =>
  TRAJECTORY_FORMS[scheme][personKnown ? "known" : "unknown"];

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
