"use client";
import { HiddenField } from "@/components/applications/hidden-field";

import { SelectField } from "@/components/form/select-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { handOverSchema } from "@/lib/cases/schema";
import { handOverAction } from "./actions";

type Props = {
  applicationId: string;
  assigneeId: string | null;
  colleagues: readonly { value: string; label: string }[];
  button: string;
};

/** Sets the handler, with the reason as a note. */
export function HandOverForm({ applicationId, assigneeId, colleagues, button }: Props) {
  return (
    <ServerForm
      schema={handOverSchema}
      action={handOverAction}
      defaults={{ applicationId, seenAssigneeId: assigneeId ?? "" }}
    >
      <HiddenField name="applicationId" />
      <HiddenField name="seenAssigneeId" />
      <SelectField name="to" options={colleagues} unchosen />
      <TextArea name="handOverReason" rows={3} max={1_000} />
      <SubmitButton variant="secondary">{button}</SubmitButton>
    </ServerForm>
  );
}
