"use client";
import type { ReactNode } from "react";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import type { FormSchema } from "@/components/form/use-server-form";
import type { FormAction } from "@/lib/form-state";

export type ChangeFormProps = { line: string; year: number; submit: string };
type Props = ChangeFormProps & { schema: FormSchema; action: FormAction; children: ReactNode };

/** The fields of a change, from `children`, followed by reason and publication. */
export function ChangeForm({ line, year, submit, schema, action, children }: Props) {
  return (
    <ServerForm schema={schema} action={action} defaults={{ line, year: String(year) }}>
      <HiddenField name="line" />
      <HiddenField name="year" />
      {children}
      <TextArea name="changeReason" rows={4} max={2000} />
      <TextField name="publication" />
      <DayField name="publishedOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
