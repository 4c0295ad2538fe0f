import * as z from "zod";
import type { RawSection } from "@/lib/form-state";
import { ALWAYS, email, optionally, optionalText, phone, text } from "./answer-kinds";
import { type Questions, shapeOf } from "./questions/question";

const SECOND = [
  "secondContactName",
  "secondContactRole",
  "secondContactEmail",
  "secondContactPhone",
] as const;
type Second = Partial<Record<(typeof SECOND)[number], string>>;

const ofSecond = {
  kind: "text",
  askedWhen: (answers: RawSection) => SECOND.some((name) => answers[name]),
} as const;

/** The contacts of the employer: one person, and optionally a second with every detail. */
export const CONTACT_QUESTIONS = {
  contactName: { kind: "text", schema: text() },
  contactEmail: { kind: "text", schema: email },
  contactPhone: { kind: "text", schema: phone },
  secondContactName: { ...ofSecond, schema: optionalText() },
  secondContactRole: { ...ofSecond, schema: optionalText() },
  secondContactEmail: { ...ofSecond, schema: optionally(email) },
  secondContactPhone: { ...ofSecond, schema: optionally(phone) },
} as const satisfies Questions;

/** When one question about the second contact is answered, all of them are required. */
export function secondContactIsWhole(answers: Second, context: z.RefinementCtx): void {
  if (!SECOND.some((field) => answers[field])) return;
  for (const field of SECOND)
    if (answers[field] === "") context.addIssue({ code: "custom", message: "required", path: [field] });
}

export const contactsSchema = z.object(shapeOf(CONTACT_QUESTIONS)).superRefine(secondContactIsWhole, ALWAYS);
