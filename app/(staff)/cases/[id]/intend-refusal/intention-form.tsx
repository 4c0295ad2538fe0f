"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { ConceptContent } from "@/lib/concepts/concept";
import { intentionSchema } from "@/lib/decisions/schema";
import { GROUND_CODES } from "@/lib/vocabulary/grounds";
import { writeIntentionAction } from "./actions";

type Props = {
  applicationId: string;
  version: number;
  /** The concept, as far as it was written. */
  written: Partial<ConceptContent["intended_refusal"]>;
  submit: string;
};

export function IntentionForm({ applicationId, version, written, submit }: Props) {
  return (
    <ServerForm
      schema={intentionSchema}
      action={writeIntentionAction}
      defaults={{ applicationId, version: String(version), ...written }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="version" />
      <CheckboxGroup name="grounds" options={GROUND_CODES} />
      <TextArea name="explanation" max={4000} />
      <DayField name="untilOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
