"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { Revision } from "@/lib/decisions/revision";
import { onRequestSchema, revisionSchema } from "@/lib/decisions/schema";
import { proposeOnRequestAction, proposeRevisionAction } from "./actions";

type Props = {
  applicationId: string;
  revision: Revision;
  numbers: readonly string[];
  /** The trajectories that stay and the reasons, as announced to the employer; all of them without an announcement. */
  keep?: readonly string[];
  explanation?: string;
  /** Whether the employer asked for it. */
  onRequest?: boolean;
  submit: string;
};

/** The trajectories that stay of a grant, and why the decision changes. */
export function RevisionForm({ onRequest = false, ...props }: Props) {
  const { applicationId, revision, numbers, keep = numbers, explanation = "", submit } = props;
  return (
    <ServerForm
      schema={onRequest ? onRequestSchema : revisionSchema}
      action={onRequest ? proposeOnRequestAction : proposeRevisionAction}
      defaults={{ applicationId, revision, keep: [...keep], explanation }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="revision" />
      {onRequest && <DayField name="askedOn" />}
      {revision === "lower" && <CheckboxGroup name="keep" options={numbers} />}
      <TextArea name="explanation" max={4000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
