import * as z from "zod";
import { ALWAYS, email, optionally, optionalText, phone, text } from "./answer-kinds";

/** Whom the ministry can reach: one person, and a second one for holidays and illness, whole or not at all. */
export const CONTACT_SHAPE = {
  contactName: text(),
  contactEmail: email,
  contactPhone: phone,
  secondContactName: optionalText(),
  secondContactRole: optionalText(),
  secondContactEmail: optionally(email),
  secondContactPhone: optionally(phone),
};

const SECOND = [
  "secondContactName",
  "secondContactRole",
  "secondContactEmail",
  "secondContactPhone",
] as const;
type Second = Partial<Record<(typeof SECOND)[number], string>>;

/** Once one question about the second person is answered, so are the others. */
export function secondContactIsWhole(answers: Second, context: z.RefinementCtx): void {
  if (!SECOND.some((field) => answers[field])) return;
  for (const field of SECOND)
    if (answers[field] === "") context.addIssue({ code: "custom", message: "required", path: [field] });
}

export const contactsSchema = z.object(CONTACT_SHAPE).superRefine(secondContactIsWhole, ALWAYS);
