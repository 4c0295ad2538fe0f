"use client";
import { Checkbox } from "@/components/form/checkbox";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { LEARNING_ROUTES } from "@/lib/answers/trajectory-answers";

/** Work beside inburgering: the municipality confirms that it fits, and class hours are free of work. */
export function StartbaanQuestions() {
  return (
    <>
      <RadioGroup name="learningRoute" options={LEARNING_ROUTES} />
      <RadioGroup name="livesInCoa" options={["no", "yes"]} />
      <div className="coa-only">
        <TextField name="coaLocation" width="medium" autoComplete="off" />
      </div>
      <TextField name="municipality" width="medium" autoComplete="off" />
      <RadioGroup name="pipFits" options={["yes", "no"]} />
      <TextField name="pipConfirmedBy" autoComplete="off" />
      <DayField name="pipConfirmedOn" />
      <TextField name="classHoursPerWeek" width="short" inputMode="decimal" autoComplete="off" />
      <Checkbox name="minimumWage" />
      <RadioGroup name="continuationIntended" options={["yes", "no"]} />
      <TextArea name="hypothesis" max={2000} />
      <Checkbox name="monitoringConsent" />
    </>
  );
}
