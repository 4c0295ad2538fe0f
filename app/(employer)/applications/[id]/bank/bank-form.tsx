"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { TextField } from "@/components/form/text-field";
import { SECTION_SCHEMAS } from "@/lib/answers/answers";
import { SECTION_FIELDS } from "@/lib/answers/fields";

export function BankForm(props: PartFormProps) {
  return (
    <PartForm {...props} schema={SECTION_SCHEMAS.bank} fields={SECTION_FIELDS.bank}>
      <TextField name="iban" autoComplete="off" spellCheck={false} />
      <TextField name="accountName" autoComplete="organization" />
    </PartForm>
  );
}
