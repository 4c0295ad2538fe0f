"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { Checkbox } from "@/components/form/checkbox";
import { SECTION_SCHEMAS } from "@/lib/answers/answers";
import { SECTION_FIELDS } from "@/lib/answers/fields";

export function DeclarationsForm(props: PartFormProps) {
  return (
    <PartForm {...props} schema={SECTION_SCHEMAS.declarations} fields={SECTION_FIELDS.declarations}>
      {Object.keys(SECTION_FIELDS.declarations).map((name) => (
        <Checkbox key={name} name={name} />
      ))}
    </PartForm>
  );
}
