"use server";
import { notFound } from "next/navigation";
import * as z from "zod";
import { orNotFound } from "@/app/or-not-found";
import { contactsSchema } from "@/lib/answers/contact-answers";
import { CONTACTS_PLACE } from "@/lib/answers/kept-place";
import { changeContacts } from "@/lib/correspondence/commands/change-contacts";
import { contactsIn } from "@/lib/correspondence/contacts";
import { type FormState, problemsIn, rawSection } from "@/lib/form-state";
import { problemOf } from "@/lib/i18n/problem-of";
import { redirectAndRevalidate } from "../../../redirect-and-revalidate";
import { senderOf } from "../save-answers";

const targetSchema = z.object({ id: z.uuid() });

/** Changes the contact persons of a filed application. */
export async function changeContactsAction(
  target: { id: string },
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { data: seen } = targetSchema.safeParse(target);
  if (!seen) return notFound();
  const typed = rawSection(data);
  const saving = {
    applicationId: seen.id,
    place: CONTACTS_PLACE,
    answers: contactsIn(typed),
    revision: 0,
  } as const;
  const actor = await senderOf(saving, typed);
  if ("problems" in actor) return actor;
  const parsed = contactsSchema.safeParse(typed);
  if (!parsed.success) return { problems: problemsIn(parsed.error), values: typed };
  const changed = await orNotFound(changeContacts(actor, { applicationId: seen.id, contacts: typed }));
  if (!changed.ok) return { problems: [problemOf(changed.refusal)], values: typed };
  return redirectAndRevalidate(`/applications/${seen.id}`);
}
