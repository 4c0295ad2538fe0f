"use client";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { transferSchema } from "@/lib/budget/schema";
import { proposeTransferAction } from "../../../../actions";
import { ChangeForm, type ChangeFormProps } from "../change-form";

type Props = ChangeFormProps & { targets: readonly { value: string; label: string }[] };

export function TransferForm({ targets, ...props }: Props) {
  return (
    <ChangeForm {...props} schema={transferSchema} action={proposeTransferAction}>
      <SelectField name="transferTo" options={targets} unchosen />
      <TextField name="transferred" inputMode="decimal" width="medium" />
    </ChangeForm>
  );
}
