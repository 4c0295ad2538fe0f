"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { TextField } from "@/components/form/text-field";
import { companySchema } from "@/lib/applications/answers";
import { SECTION_FIELDS } from "@/lib/applications/fields";

export function CompanyForm(props: PartFormProps) {
  return (
    <PartForm {...props} schema={companySchema} fields={SECTION_FIELDS.company}>
      <TextField name="sbiCode" width="short" inputMode="numeric" autoComplete="off" maxLength={5} />
      <TextField name="workPlace" width="medium" autoComplete="address-level2" />
      <TextField name="contactName" autoComplete="name" />
      <TextField name="contactEmail" type="email" autoComplete="email" spellCheck={false} />
      <TextField name="contactPhone" type="tel" width="medium" autoComplete="tel" />
      <TextField name="secondContactEmail" type="email" autoComplete="off" spellCheck={false} optional />
    </PartForm>
  );
}
