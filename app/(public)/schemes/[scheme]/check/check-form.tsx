"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { DayField } from "@/components/form/day-field";
import { RadioGroup } from "@/components/form/radio-group";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { INBURGERING_STATES } from "@/lib/answers/trajectory-answers";
import type { FormAction, RawSection } from "@/lib/form-state";
import { PERMITS, PRECHECK_SCHEMAS } from "@/lib/precheck/questions";
import { type Scheme, TRACKS } from "@/lib/vocabulary/scheme";

type Props = {
  scheme: Scheme;
  action: FormAction;
  /** What was answered before in this browser. */
  answers: RawSection | undefined;
  participants: readonly string[];
};

/** The questions of the pre-check, in the words of the application itself. */
export function CheckForm({ scheme, action, answers, participants }: Props) {
  const t = useTranslations("form.precheck");
  return (
    <ServerForm schema={PRECHECK_SCHEMAS[scheme]} action={action} defaults={answers}>
      <Group title={t("person")}>
        <RadioGroup name="permitCategory" options={PERMITS} />
        <RadioGroup name="inburgering" options={INBURGERING_STATES} />
      </Group>
      <Group title={t("work")}>
        <DayField name="contractStartsOn" />
        <DayField name="contractEndsOn" optional />
        <TextField name="hoursPerWeek" width="short" inputMode="decimal" autoComplete="off" />
        {scheme === "startbaan" && (
          <TextField name="classHoursPerWeek" width="short" inputMode="decimal" autoComplete="off" />
        )}
        <RadioGroup name="earlierPaidWork" options={["no", "yes"]} />
      </Group>
      <Group title={t("request")}>
        <RadioGroup name="participants" options={participants} />
        <RadioGroup name="track" options={TRACKS} />
        {scheme === "werkgeverssubsidie" && <RadioGroup name="grantedBefore" options={["no", "yes"]} />}
      </Group>
      <div className="actions">
        <SubmitButton>{t("show")}</SubmitButton>
      </div>
    </ServerForm>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="stack stack--loose precheck__group" aria-labelledby={id}>
      <h2 id={id} className="precheck__title">
        {title}
      </h2>
      {children}
    </section>
  );
}
