"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormKit } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import { useFieldLabel } from "@/components/form/words";
import { Alert } from "@/components/ui/alert";
import { Paragraph } from "@/components/ui/paragraph";
import { answerWords } from "@/lib/answers/answer-words";
import { differences, type Fields } from "@/lib/answers/questions/question";
import { useFormats } from "@/lib/i18n/use-formats";

type FormKey = Parameters<ReturnType<typeof useTranslations<"form">>>[0];

/** After a conflicting save: both versions side by side, and the choice between them. */
export function Conflict({ fields }: { fields: Fields }) {
  const { values, theirs } = useFormKit();
  const t = useTranslations("form.conflict");
  const form = useTranslations("form");
  const label = useFieldLabel();
  const format = useFormats();
  const here = usePathname();
  if (!theirs) return null;
  const words = (name: string, typed: (typeof values)[string] | undefined) =>
    answerWords(
      fields[name] ?? "text",
      typed,
      (value) => form(`${name}.options.${value}` as FormKey),
      format,
    ) ?? t("empty");
  return (
    <div id="conflict" tabIndex={-1}>
      <Alert kind="warning" heading={t("title")}>
        <Paragraph>{t("text")}</Paragraph>
        {differences(fields, values, theirs).map((name) => (
          <section key={name} className="versions" aria-label={label(name)}>
            <p>
              <strong>{label(name)}</strong>
            </p>
            <dl className="versions__pair">
              <div>
                <dt>{t("mine")}</dt>
                <dd>{words(name, values[name])}</dd>
              </div>
              <div>
                <dt>{t("theirs")}</dt>
                <dd>{words(name, theirs[name])}</dd>
              </div>
            </dl>
          </section>
        ))}
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
