"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { RawSection } from "@/lib/form-state";
import { DISTRIBUTIONS } from "@/lib/vocabulary/distribution";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { TERM_FROMS } from "@/lib/vocabulary/term-from";
import { planSchema } from "@/lib/windows/schema";
import { writePlanAction } from "./actions";

type Props = {
  defaults: RawSection;
  ceilings: readonly { value: string; label: string }[];
  rulesVersions: readonly [string, ...string[]];
  submit: string;
};

export function PlanForm({ defaults, ceilings, rulesVersions, submit }: Props) {
  return (
    <ServerForm schema={planSchema} action={writePlanAction} defaults={defaults}>
      <HiddenField name="planId" />
      <HiddenField name="revision" />
      <RadioGroup name="scheme" options={SCHEMES} />
      <SelectField name="dividedCeiling" options={ceilings} unchosen />
      <DayField name="opensOn" />
      <DayField name="closesOn" />
      <RadioGroup name="distribution" options={DISTRIBUTIONS} />
      <TextField name="decisionWeeks" inputMode="numeric" width="short" maxLength={2} />
      <RadioGroup name="termFrom" options={["usual", ...TERM_FROMS]} />
      <DayField name="reserveUntil" optional />
      <SelectField name="rulesVersion" options={rulesVersions} />
      <TextField name="publication" />
      <DayField name="publishedOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
