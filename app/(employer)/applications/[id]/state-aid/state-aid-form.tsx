"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { MoneyField } from "@/components/form/money-field";
import { TextField } from "@/components/form/text-field";
import { stateAidSchema } from "@/lib/applications/answers";
import { SECTION_FIELDS } from "@/lib/applications/fields";

export function StateAidForm(props: PartFormProps) {
  return (
    <PartForm {...props} schema={stateAidSchema} fields={SECTION_FIELDS.stateAid}>
      <MoneyField name="deMinimisReceived" />
      <TextField name="groupKvkNumbers" autoComplete="off" optional />
    </PartForm>
  );
}
