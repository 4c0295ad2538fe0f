"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { noteSchema } from "@/lib/cases/schema";
import { noteAction } from "./actions";

export function NoteForm({ applicationId, button }: { applicationId: string; button: string }) {
  return (
    <ServerForm schema={noteSchema} action={noteAction} defaults={{ applicationId }}>
      <HiddenField name="applicationId" />
      <TextArea name="note" rows={3} max={4_000} />
      <SubmitButton variant="secondary">{button}</SubmitButton>
    </ServerForm>
  );
}
