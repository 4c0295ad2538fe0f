"use client";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { RawSection } from "@/lib/applications/answers";
import { contactsSchema } from "@/lib/correspondence/contacts";
import type { FormAction } from "@/lib/form-state";

type Props = { action: FormAction; contacts: RawSection; submit: string };

export function ContactForm({ action, contacts, submit }: Props) {
  return (
    <ServerForm schema={contactsSchema} action={action} defaults={contacts}>
      <TextField name="contactName" autoComplete="name" />
      <TextField name="contactEmail" type="email" autoComplete="email" spellCheck={false} />
      <TextField name="contactPhone" type="tel" width="medium" autoComplete="tel" />
      <TextField name="secondContactEmail" type="email" autoComplete="off" spellCheck={false} optional />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
