"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { ManualCheck } from "@/lib/decisions/manual-checks";
import { proposalSchema } from "@/lib/decisions/schema";
import { GROUND_CODES } from "@/lib/vocabulary/grounds";
import { proposeAction } from "./actions";

type Props = {
  applicationId: string;
  version: number;
  numbers: readonly string[];
  /** Checks that the reviewer can settle by hand. */
  settleable: readonly ManualCheck[];
  submit: string;
};

export function ProposalForm({ applicationId, version, numbers, settleable, submit }: Props) {
  const defaults = { applicationId, version: String(version), granted: [...numbers] };
  return (
    <ServerForm schema={proposalSchema} action={proposeAction} defaults={defaults}>
      <HiddenField name="applicationId" />
      <HiddenField name="version" />
      <CheckboxGroup name="granted" options={numbers} />
      {settleable.length > 0 && <CheckboxGroup name="manualChecks" options={settleable} optional />}
      <CheckboxGroup name="grounds" options={GROUND_CODES} optional />
      <TextArea name="explanation" max={4000} optional />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
