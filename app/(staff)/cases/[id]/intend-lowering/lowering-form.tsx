"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { loweringSchema } from "@/lib/decisions/schema";
import { LOWERING_CODES } from "@/lib/vocabulary/grounds";
import { amountValues, TrajectoryFields } from "../revision/trajectory-fields";
import { writeLoweringAction } from "./actions";

type Props = {
  applicationId: string;
  version: number;
  numbers: readonly string[];
  /** The concept, or else all trajectories. */
  written: {
    keep: string[];
    amounts: readonly TrajectoryAmount[];
    loweringGrounds?: string[];
    explanation?: string;
    untilOn: string;
  };
  submit: string;
};

export function LoweringForm({ applicationId, version, numbers, written, submit }: Props) {
  const { amounts, ...typed } = written;
  return (
    <ServerForm
      schema={loweringSchema}
      action={writeLoweringAction}
      defaults={{ applicationId, version: String(version), ...typed, ...amountValues(amounts) }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="version" />
      <TrajectoryFields numbers={numbers} />
      <CheckboxGroup name="loweringGrounds" options={LOWERING_CODES} />
      <TextArea name="explanation" max={4000} />
      <DayField name="untilOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
