"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { openingSchema, outcomeSchema } from "@/lib/person-checks/schema";
import { CHECK_RESULTS, PERSON_CHECKS } from "@/lib/vocabulary/person-checks";
import { recordOutcomeAction, showNumberAction } from "./actions";

type Props = { applicationId: string; trajectory: string; submit: string };

/** The outcome of a check that the reviewer made outside the portal. */
export function OutcomeForm({ submit, ...person }: Props) {
  return (
    <ServerForm schema={outcomeSchema} action={recordOutcomeAction} defaults={person}>
      <HiddenField name="applicationId" />
      <HiddenField name="trajectory" />
      <RadioGroup name="personCheck" options={PERSON_CHECKS} />
      <RadioGroup name="checkResult" options={CHECK_RESULTS} />
      <TextArea name="checkExplanation" rows={3} max={1_000} />
      <div className="actions">
        <SubmitButton variant="secondary">{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}

/** The number is shown above the form, in the answer alone. */
export function NumberForm({ submit, ...person }: Props) {
  return (
    <ServerForm schema={openingSchema} action={showNumberAction} defaults={person}>
      <HiddenField name="applicationId" />
      <HiddenField name="trajectory" />
      <TextArea name="openingReason" rows={3} max={1_000} />
      <div className="actions">
        <SubmitButton variant="secondary">{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
