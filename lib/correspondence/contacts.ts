import { CONTACT_QUESTIONS } from "@/lib/answers/contact-answers";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import type { FieldKind } from "@/lib/answers/questions/question";
import { pick, type RawSection } from "@/lib/form-state";

type ContactField = keyof typeof CONTACT_QUESTIONS;
const CONTACT_NAMES = Object.keys(CONTACT_QUESTIONS) as ContactField[];

/** The part of a filed application that may still change: its contact persons. */
export const CONTACT_FIELDS = Object.fromEntries(
  CONTACT_NAMES.map((name) => [name, SECTION_FIELDS.company[name]]),
) as Record<ContactField, FieldKind>;

/** The contact persons among the answers about a company, as typed. */
export const contactsIn = (answers: RawSection): RawSection => pick(answers, CONTACT_NAMES);
