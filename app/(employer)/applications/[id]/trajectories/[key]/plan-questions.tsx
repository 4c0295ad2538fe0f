"use client";
import { DayField } from "@/components/form/day-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** The activity plan; culture and language are parts of it under the werkgeverssubsidie only. */
export function PlanQuestions({ scheme }: { scheme: Scheme }) {
  return (
    <>
      <TextField name="contactPerson" autoComplete="off" />
      <TextArea name="guidancePlan" max={4000} />
      {scheme === "werkgeverssubsidie" && (
        <>
          <TextArea name="culturePlan" max={4000} />
          <TextArea name="languagePlan" max={4000} />
        </>
      )}
      <TextField name="guidanceHours" width="short" inputMode="decimal" autoComplete="off" />
      <DayField name="activitiesEndOn" />
    </>
  );
}
