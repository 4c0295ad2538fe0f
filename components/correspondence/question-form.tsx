"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { questionSchema } from "@/lib/correspondence/question";
import type { FormAction } from "@/lib/form-state";

type Props = {
  action: FormAction;
  applicationId: string;
  /** Key of the new question: sending it twice gives one. */
  id: string;
  /** Kept text that was not sent. */
  typed?: string;
  submit: string;
};

export function QuestionForm({ action, applicationId, id, typed = "", submit }: Props) {
  return (
    <ServerForm schema={questionSchema} action={action} defaults={{ applicationId, id, question: typed }}>
      <HiddenField name="applicationId" />
      <HiddenField name="id" />
      <TextArea name="question" max={2000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
