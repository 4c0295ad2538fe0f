"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { QuestionList } from "@/components/applications/questions";
import { ServerForm } from "@/components/form/server-form";
import { SubmitButton } from "@/components/form/submit-button";
import type { Questions } from "@/lib/answers/questions/question";
import type { FormAction, RawSection } from "@/lib/form-state";
import { precheckGroups, precheckSchema } from "@/lib/precheck/questions";
import type { Scheme } from "@/lib/vocabulary/scheme";

type Props = {
  scheme: Scheme;
  action: FormAction;
  /** Earlier answers of this browser. */
  answers: RawSection | undefined;
  participants: readonly string[];
};

/** The questions of the pre-check, in the words of the application itself. */
export function CheckForm({ scheme, action, answers, participants }: Props) {
  const t = useTranslations("form.precheck");
  return (
    <ServerForm schema={precheckSchema(scheme)} action={action} defaults={answers}>
      {precheckGroups(scheme).map(([group, questions]) => (
        <Group key={group} title={t(group)}>
          <QuestionList questions={withOptions(questions, participants)} />
        </Group>
      ))}
      <div className="actions">
        <SubmitButton>{t("show")}</SubmitButton>
      </div>
    </ServerForm>
  );
}

/** How many statushouders can be chosen follows from the rules of today. */
const withOptions = ({ participants, ...others }: Questions, options: readonly string[]): Questions =>
  participants ? { participants: { ...participants, options }, ...others } : others;

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
