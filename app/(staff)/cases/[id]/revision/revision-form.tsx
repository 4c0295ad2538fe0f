"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import type { Revision } from "@/lib/decisions/revision";
import { onRequestSchema, revisionSchema } from "@/lib/decisions/schema";
import { proposeOnRequestAction, proposeRevisionAction } from "./actions";
import { amountValues, TrajectoryFields } from "./trajectory-fields";

type Props = {
  applicationId: string;
  revision: Revision;
  numbers: readonly string[];
  /** What stays and the reasons, as announced to the employer; all trajectories without an announcement. */
  keep?: readonly string[];
  amounts?: readonly TrajectoryAmount[];
  explanation?: string;
  /** Whether the employer asked for it. */
  onRequest?: boolean;
  submit: string;
};

/** What is granted after a revision, per trajectory, and why the decision changes. */
export function RevisionForm({ onRequest = false, ...props }: Props) {
  const { applicationId, revision, numbers, keep = numbers, amounts = [], explanation = "", submit } = props;
  return (
    <ServerForm
      schema={onRequest ? onRequestSchema : revisionSchema}
      action={onRequest ? proposeOnRequestAction : proposeRevisionAction}
      defaults={{ applicationId, revision, keep: [...keep], explanation, ...amountValues(amounts) }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="revision" />
      {onRequest && <DayField name="askedOn" />}
      <TrajectoryFields numbers={numbers} />
      <TextArea name="explanation" max={4000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
