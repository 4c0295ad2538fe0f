"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Paragraph } from "@/components/ui/paragraph";
import type { Fields } from "@/lib/answers/questions/question";
import type { RawSection } from "@/lib/form-state";
import { Versions } from "./versions";

type Props = {
  fields: Fields;
  saved: RawSection;
  /** Typed before a time-out, and not saved. */
  typed: RawSection;
  /** Whether the form below shows what was typed. */
  isShown: boolean;
  /** Address at which it does. */
  showAt: string;
  /** The way to be rid of what was typed. */
  children: ReactNode;
};

/** What was typed before a time-out beside what is saved: it comes into the form when its writer asks for it. */
export function KeptAnswers({ fields, saved, typed, isShown, showAt, children }: Props) {
  const t = useTranslations("form.kept");
  return (
    <Alert kind="warning" heading={t("title")}>
      <Paragraph>{t(isShown ? "shown" : "text")}</Paragraph>
      {!isShown && (
        <>
          <Versions
            fields={fields}
            one={{ answers: typed, name: t("typed") }}
            other={{ answers: saved, name: t("saved") }}
          />
          <div className="actions">
            <ButtonLink href={showAt}>{t("take")}</ButtonLink>
          </div>
        </>
      )}
      {children}
    </Alert>
  );
}
