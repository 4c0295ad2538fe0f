"use client";
import { MoneyField } from "@/components/form/money-field";
import { amountSchema } from "@/lib/budget/schema";
import { proposeAmountAction } from "../../../../actions";
import { ChangeForm, type ChangeFormProps } from "../change-form";

export function AmountForm(props: ChangeFormProps) {
  return (
    <ChangeForm {...props} schema={amountSchema} action={proposeAmountAction}>
      <MoneyField name="ceiling" />
    </ChangeForm>
  );
}
