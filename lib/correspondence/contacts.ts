import { companySchema, type RawSection } from "@/lib/applications/answers";
import { type Fields, pick, SECTION_FIELDS } from "@/lib/applications/fields";

const { contactName, contactEmail, contactPhone, secondContactEmail } = SECTION_FIELDS.company;

/** What of a filed application may still change: whom the ministry can reach. */
export const CONTACT_FIELDS = {
  contactName,
  contactEmail,
  contactPhone,
  secondContactEmail,
} as const satisfies Fields;

export const contactsSchema = companySchema.pick({
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  secondContactEmail: true,
});

/** The contact persons among the answers about a company, as typed. */
export const contactsIn = (answers: RawSection): RawSection => pick(answers, Object.keys(CONTACT_FIELDS));
