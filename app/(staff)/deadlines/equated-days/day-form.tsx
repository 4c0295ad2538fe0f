"use client";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { equatedDaySchema } from "@/lib/calendar/schema";
import { addDayAction } from "./actions";

export function DayForm({ submit }: { submit: string }) {
  return (
    <ServerForm schema={equatedDaySchema} action={addDayAction} defaults={{}}>
      <DayField name="day" />
      <TextField name="source" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
