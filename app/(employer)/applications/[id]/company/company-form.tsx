"use client";
import { ContactFields } from "@/components/applications/contact-fields";
import { HiddenField } from "@/components/applications/hidden-field";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { PartGroup } from "@/components/applications/part-group";
import { TextField } from "@/components/form/text-field";
import { SECTION_SCHEMAS } from "@/lib/answers/answers";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import type { Branch } from "@/lib/answers/register";
import { BranchQuestion } from "./branch-question";

type Props = PartFormProps & { branches: readonly Branch[] };

/** Workplace and contact persons; the register's data are filled in and can be corrected. */
export function CompanyForm({ branches, ...props }: Props) {
  return (
    <PartForm {...props} schema={SECTION_SCHEMAS.company} fields={SECTION_FIELDS.company}>
      <PartGroup group="workplace">
        {branches.length > 0 ? <BranchQuestion branches={branches} /> : <HiddenField name="branchNumber" />}
        <TextField name="street" autoComplete="address-line1" />
        <TextField name="houseNumber" width="short" autoComplete="off" />
        <TextField name="postcode" width="short" autoComplete="postal-code" maxLength={7} />
        <TextField name="city" width="medium" autoComplete="address-level2" />
        <TextField name="sbiCode" width="short" inputMode="numeric" autoComplete="off" maxLength={10} />
      </PartGroup>
      <ContactFields />
    </PartForm>
  );
}
