"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { ConceptContent } from "@/lib/concepts/concept";
import { delaySchema, postedNoticeSchema } from "@/lib/deadlines/schema";
import { writeDelayAction, writeNoticeAction } from "./actions";

type Props<K extends keyof ConceptContent> = {
  applicationId: string;
  /** What was written before. */
  written: ConceptContent[K] | undefined;
  submit: string;
};

export function DelayForm({ applicationId, written, submit }: Props<"delay_notice">) {
  const { expectedOn = "", reason: delayReason = "" } = written ?? {};
  return (
    <ServerForm
      schema={delaySchema}
      action={writeDelayAction}
      defaults={{ applicationId, expectedOn, delayReason }}
    >
      <HiddenField name="applicationId" />
      <DayField name="expectedOn" />
      <TextArea name="delayReason" max={2000} />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}

export function PostedNoticeForm({ applicationId, written, submit }: Props<"default_notice">) {
  return (
    <ServerForm
      schema={postedNoticeSchema}
      action={writeNoticeAction}
      defaults={{ applicationId, ...written }}
    >
      <HiddenField name="applicationId" />
      <DayField name="receivedOn" />
      <div className="actions">
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ServerForm>
  );
}
