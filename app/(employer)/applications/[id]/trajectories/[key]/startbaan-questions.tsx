"use client";
import { Checkbox } from "@/components/form/checkbox";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { LEARNING_ROUTES } from "@/lib/applications/answers";

/** Work beside inburgering: the municipality confirms that it fits, and class hours are free of work. */
export function StartbaanQuestions() {
  return (
    <>
      <RadioGroup name="learningRoute" options={LEARNING_ROUTES} />
      <TextField name="municipality" width="medium" autoComplete="off" />
      <RadioGroup name="livesInCoa" options={["no", "yes"]} />
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
