"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormKit } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert } from "@/components/ui/alert";
import { Paragraph } from "@/components/ui/paragraph";
import type { Fields } from "@/lib/answers/questions/question";
import { Versions } from "./versions";

/** After a conflicting save: both versions side by side, and the choice between them. */
export function Conflict({ fields }: { fields: Fields }) {
  const { values, theirs } = useFormKit();
  const t = useTranslations("form.conflict");
  const here = usePathname();
  if (!theirs) return null;
  return (
    <div id="conflict" tabIndex={-1}>
      <Alert kind="warning" heading={t("title")}>
        <Paragraph>{t("text")}</Paragraph>
        <Versions
          fields={fields}
          one={{ answers: values, name: t("mine") }}
          other={{ answers: theirs, name: t("theirs") }}
        />
        <div className="actions">
          <SubmitButton keep>{t("keepMine")}</SubmitButton>
          <a className="nl-link" href={here} data-leaves-unsaved>
            {t("takeTheirs")}
          </a>
        </div>
      </Alert>
    </div>
  );
}
