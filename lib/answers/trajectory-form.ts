import * as z from "zod";
import { personNumberSchema } from "@/lib/answers/person-number-schema";
import { questionsOfScheme } from "@/lib/answers/questions/registry";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";

type FormSchema = z.ZodType<unknown, Record<string, unknown>>;

/** A trajectory as its page posts it: the BSN or V-number itself, which may stay empty once a key of it is kept. */
function trajectoryForm(scheme: Scheme, personKnown: boolean): FormSchema {
  return z.record(z.string(), z.unknown()).superRefine(({ personNumber = "", ...answers }, context) => {
    const number =
      personKnown && personNumber === "" ? undefined : personNumberSchema.safeParse(personNumber);
    const others = questionsOfScheme(scheme).schema.safeParse(answers);
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
