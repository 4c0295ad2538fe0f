"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { Revision } from "@/lib/decisions/revision";
import { revisionSchema } from "@/lib/decisions/schema";
import { proposeRevisionAction } from "./revision-actions";

type Props = { applicationId: string; revision: Revision; numbers: readonly string[]; submit: string };

/** What stays of a grant, when it is lowered, and why the decision changes. */
export function RevisionForm({ applicationId, revision, numbers, submit }: Props) {
  const defaults = { applicationId, revision, keep: [...numbers] };
  return (
    <ServerForm schema={revisionSchema} action={proposeRevisionAction} defaults={defaults}>
      <HiddenField name="applicationId" />
      <HiddenField name="revision" />
      {revision === "lower" && <CheckboxGroup name="keep" options={numbers} optional />}
      <TextArea name="explanation" max={4000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
