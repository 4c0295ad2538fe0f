"use client";
import { useTranslations } from "next-intl";
import { useFieldLabel } from "@/components/form/words";
import { answerWords } from "@/lib/answers/answer-words";
import { differences, type Fields } from "@/lib/answers/questions/question";
import type { RawSection } from "@/lib/form-state";
import { useFormats } from "@/lib/i18n/use-formats";

type FormKey = Parameters<ReturnType<typeof useTranslations<"form">>>[0];
type Version = { answers: RawSection; name: string };
type Props = { fields: Fields; one: Version; other: Version };

/** Where two versions of the same questions differ, each answer beside the other. */
export function Versions({ fields, one, other }: Props) {
  const t = useTranslations("form");
  const label = useFieldLabel();
  const format = useFormats();
  const words = (name: string, typed: RawSection[string] | undefined) =>
    answerWords(fields[name] ?? "text", typed, (value) => t(`${name}.options.${value}` as FormKey), format) ??
    t("conflict.empty");
  return differences(fields, one.answers, other.answers).map((name) => (
    <section key={name} className="versions" aria-label={label(name)}>
      <p>
        <strong>{label(name)}</strong>
      </p>
      <dl className="versions__pair">
        {[one, other].map((version) => (
          <div key={version.name}>
            <dt>{version.name}</dt>
            <dd className="pre-line">{words(name, version.answers[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
