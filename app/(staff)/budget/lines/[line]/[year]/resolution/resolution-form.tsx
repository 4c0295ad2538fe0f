"use client";
import { RadioGroup } from "@/components/form/radio-group";
import { FIGURES } from "@/lib/budget/change-kind";
import { resolutionSchema } from "@/lib/budget/schema";
import { proposeResolutionAction } from "../../../../actions";
import { ChangeForm, type ChangeFormProps } from "../change-form";

export function ResolutionForm(props: ChangeFormProps) {
  return (
    <ChangeForm {...props} schema={resolutionSchema} action={proposeResolutionAction}>
      <RadioGroup name="figure" options={FIGURES} />
    </ChangeForm>
  );
}
