"use client";
import { useMemo } from "react";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { requestSchema } from "@/lib/completion/schema";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  /** The names of the points, in order. */
  titles: readonly string[];
  defaults: Record<string, string>;
  submit: string;
};

export function RequestForm({ action, titles, defaults, submit }: Props) {
  const schema = useMemo(() => requestSchema(titles.length), [titles.length]);
  return (
    <ServerForm schema={schema} action={action} defaults={defaults}>
      {[...titles.entries()].map(([place, title]) => (
        <fieldset key={title} className="part-group">
          <legend>{title}</legend>
          <div className="stack stack--loose">
            <TextArea name={`words-${place}`} rows={3} max={2000} />
            <RadioGroup name={`listed-${place}`} options={["yes", "no"]} />
          </div>
        </fieldset>
      ))}
      <DayField name="dueOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
