"use client";
import type { ReactNode } from "react";
import { AutosaveStatus } from "@/components/form/autosave-status";
import { ServerForm } from "@/components/form/server-form";
import type { FormSchema } from "@/components/form/use-server-form";
import type { Fields } from "@/lib/answers/questions/question";
import type { FormAction, RawSection } from "@/lib/form-state";
import { Conflict } from "./conflict";
import { HiddenField } from "./hidden-field";
import { SaveButtons } from "./save-buttons";

export type PartFormProps = {
  action: FormAction;
  answers: RawSection;
  /** The revision on which the page was made. */
  revision: number;
  /** "check" when the page was opened from the check page and goes back to it. */
  from: string | undefined;
  /** Whether the action also saves automatically, as in a draft. */
  autosaves?: boolean;
};

type Props = PartFormProps & { schema: FormSchema; fields: Fields; children: ReactNode };

/** The form of one part of a draft. */
export function PartForm({
  schema,
  fields,
  action,
  answers,
  revision,
  from = "",
  autosaves = true,
  children,
}: Props) {
  return (
    <ServerForm
      schema={schema}
      action={action}
      defaults={{ ...answers, revision: String(revision), from }}
      autosaves={autosaves}
    >
      <HiddenField name="revision" />
      <HiddenField name="from" />
      <Conflict fields={fields} />
      {children}
      <SaveButtons />
      <AutosaveStatus />
    </ServerForm>
  );
}
