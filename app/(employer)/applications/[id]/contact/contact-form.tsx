"use client";
import { ContactFields } from "@/components/applications/contact-fields";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { contactsSchema } from "@/lib/answers/contact-answers";
import type { FormAction, RawSection } from "@/lib/form-state";

type Props = { action: FormAction; contacts: RawSection; submit: string };

export function ContactForm({ action, contacts, submit }: Props) {
  return (
    <ServerForm schema={contactsSchema} action={action} defaults={contacts}>
      <ContactFields />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
