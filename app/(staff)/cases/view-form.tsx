"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { viewSchema } from "@/lib/cases/schema";
import { saveViewAction } from "./actions";

/** Saves the list on screen under a name. */
export function ViewForm({ words, button }: { words: string; button: string }) {
  return (
    <ServerForm schema={viewSchema} action={saveViewAction} defaults={{ words }}>
      <HiddenField name="words" />
      <TextField name="viewName" width="medium" autoComplete="off" maxLength={60} />
      <SubmitButton variant="secondary">{button}</SubmitButton>
    </ServerForm>
  );
}
