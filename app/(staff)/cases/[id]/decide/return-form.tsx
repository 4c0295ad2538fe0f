"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { returnSchema } from "@/lib/decisions/schema";
import { returnAction } from "./actions";

type Props = { applicationId: string; version: number; submit: string };

export function ReturnForm({ applicationId, version, submit }: Props) {
  return (
    <ServerForm
      schema={returnSchema}
      action={returnAction}
      defaults={{ applicationId, version: String(version) }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="version" />
      <TextArea name="reason" rows={4} />
      <div className="actions">
        <SubmitButton variant="secondary">{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
