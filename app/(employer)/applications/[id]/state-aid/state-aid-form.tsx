"use client";
import { PartForm, type PartFormProps } from "@/components/applications/part-form";
import { RadioGroup } from "@/components/form/radio-group";
import { TextField } from "@/components/form/text-field";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { stateAidSchema } from "@/lib/answers/state-aid-answers";
import type { AidPeriod } from "@/lib/state-aid/odd-day";
import { AID_SECTORS } from "@/lib/state-aid/regulations";
import { AidRows } from "./aid-rows";

/** Enter presses the first button, which would otherwise remove a row. */
export function StateAidForm({ period, ...props }: PartFormProps & { period: AidPeriod }) {
  return (
    <PartForm {...props} schema={stateAidSchema} fields={SECTION_FIELDS.stateAid}>
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" data-keep="true" />
      <RadioGroup name="aidSector" options={AID_SECTORS} />
      <TextField name="groupKvkNumbers" autoComplete="off" optional />
      <RadioGroup name="aidReceived" options={["no", "yes"]} />
      <AidRows period={period} />
    </PartForm>
  );
}
