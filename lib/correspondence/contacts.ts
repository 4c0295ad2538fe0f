import { CONTACT_SHAPE } from "@/lib/answers/contact-answers";
import { type FieldKind, pick, SECTION_FIELDS } from "@/lib/answers/fields";
import type { RawSection } from "@/lib/form-state";

type ContactField = keyof typeof CONTACT_SHAPE;
const CONTACT_NAMES = Object.keys(CONTACT_SHAPE) as ContactField[];

/** What of a filed application may still change: whom the ministry can reach. */
export const CONTACT_FIELDS = Object.fromEntries(
  CONTACT_NAMES.map((name) => [name, SECTION_FIELDS.company[name]]),
) as Record<ContactField, FieldKind>;

/** The contact persons among the answers about a company, as typed. */
export const contactsIn = (answers: RawSection): RawSection => pick(answers, CONTACT_NAMES);
