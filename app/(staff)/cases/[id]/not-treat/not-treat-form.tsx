"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { notTreatingSchema } from "@/lib/decisions/schema";
import { notTreatAction } from "./actions";

type Props = { applicationId: string; version: number; submit: string };

export function NotTreatForm({ applicationId, version, submit }: Props) {
  return (
    <ServerForm
      schema={notTreatingSchema}
      action={notTreatAction}
      defaults={{ applicationId, version: String(version) }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="version" />
      <TextArea name="missing" max={4000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
