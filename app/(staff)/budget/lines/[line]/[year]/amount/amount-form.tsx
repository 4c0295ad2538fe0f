"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { MoneyField } from "@/components/form/money-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { amountSchema } from "@/lib/budget/schema";
import { proposeAmountAction } from "../../../../actions";

type Props = { line: string; year: number; submit: string };

export function AmountForm({ line, year, submit }: Props) {
  return (
    <ServerForm schema={amountSchema} action={proposeAmountAction} defaults={{ line, year: String(year) }}>
      <HiddenField name="line" />
      <HiddenField name="year" />
      <MoneyField name="ceiling" />
      <TextArea name="changeReason" rows={4} max={2000} />
      <TextField name="publication" />
      <DayField name="publishedOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
