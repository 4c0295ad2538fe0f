"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { rejectionSchema } from "@/lib/decisions/schema";
import { rejectRevisionAction } from "./actions";

type Props = { applicationId: string; version: number; proposalId: string; submit: string };

export function RejectForm({ applicationId, version, proposalId, submit }: Props) {
  return (
    <ServerForm
      schema={rejectionSchema}
      action={rejectRevisionAction}
      defaults={{ applicationId, version: String(version), proposalId }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="version" />
      <HiddenField name="proposalId" />
      <TextArea name="reason" rows={3} />
      <div className="actions">
        <SubmitButton variant="secondary">{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
