"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { FIGURES } from "@/lib/budget/change-kind";
import { resolutionSchema } from "@/lib/budget/schema";
import { proposeResolutionAction } from "../../../../actions";

type Props = { line: string; year: number; submit: string };

export function ResolutionForm({ line, year, submit }: Props) {
  return (
    <ServerForm
      schema={resolutionSchema}
      action={proposeResolutionAction}
      defaults={{ line, year: String(year) }}
    >
      <HiddenField name="line" />
      <HiddenField name="year" />
      <RadioGroup name="figure" options={FIGURES} />
      <TextArea name="changeReason" rows={4} max={2000} />
      <TextField name="publication" />
      <DayField name="publishedOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
