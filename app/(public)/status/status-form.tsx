"use client";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { statusSchema } from "@/lib/status/schema";
import { lookUpAction } from "./actions";

export function StatusForm({ submit }: { submit: string }) {
  return (
    <ServerForm schema={statusSchema} action={lookUpAction}>
      <TextField name="reference" autoComplete="off" spellCheck={false} />
      <TextField name="statusCode" autoComplete="off" spellCheck={false} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
