"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { delaySchema, postedNoticeSchema } from "@/lib/deadlines/schema";
import { enterNoticeAction, tellDelayAction } from "./actions";

type Props = { applicationId: string; submit: string };

export function DelayForm({ applicationId, submit }: Props) {
  return (
    <ServerForm schema={delaySchema} action={tellDelayAction} defaults={{ applicationId }}>
      <HiddenField name="applicationId" />
      <DayField name="expectedOn" />
      <TextArea name="delayReason" max={2000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}

export function PostedNoticeForm({ applicationId, submit }: Props) {
  return (
    <ServerForm schema={postedNoticeSchema} action={enterNoticeAction} defaults={{ applicationId }}>
      <HiddenField name="applicationId" />
      <DayField name="receivedOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
