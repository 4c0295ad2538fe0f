"use client";
import { HiddenField } from "@/components/applications/hidden-field";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { ConceptContent } from "@/lib/concepts/concept";
import { delaySchema, postedNoticeSchema, suspensionSchema } from "@/lib/deadlines/schema";
import { RECORDED_GROUNDS } from "@/lib/vocabulary/suspension-grounds";
import { writeDelayAction, writeNoticeAction, writeSuspensionAction } from "./actions";

type Props<K extends keyof ConceptContent> = {
  applicationId: string;
  /** The earlier concept. */
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

export function SuspensionForm({ applicationId, written, submit }: Props<"suspension">) {
  const { ground: suspensionGround = "", resumesOn = "", reason: suspensionReason = "" } = written ?? {};
  return (
    <ServerForm
      schema={suspensionSchema}
      action={writeSuspensionAction}
      defaults={{ applicationId, suspensionGround, resumesOn, suspensionReason }}
    >
      <HiddenField name="applicationId" />
      <RadioGroup name="suspensionGround" options={RECORDED_GROUNDS} />
      <DayField name="resumesOn" />
      <TextArea name="suspensionReason" max={2000} />
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
