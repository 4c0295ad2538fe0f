"use client";
import { DayField } from "@/components/form/day-field";
import { releaseSchema } from "@/lib/budget/schema";
import { proposeReleaseAction } from "../../../../actions";
import { ChangeForm, type ChangeFormProps } from "../change-form";

export function ReleaseForm(props: ChangeFormProps) {
  return (
    <ChangeForm {...props} schema={releaseSchema} action={proposeReleaseAction}>
      <DayField name="releasesOn" />
    </ChangeForm>
  );
}
