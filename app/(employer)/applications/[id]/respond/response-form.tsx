"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { responseSchema } from "@/lib/decisions/schema";
import { respondAction } from "./actions";

type Props = { applicationId: string; typed: string; submit: string };

export function ResponseForm({ applicationId, typed, submit }: Props) {
  return (
    <ServerForm schema={responseSchema} action={respondAction} defaults={{ applicationId, response: typed }}>
      <HiddenField name="applicationId" />
      <TextArea name="response" max={4000} rows={8} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
