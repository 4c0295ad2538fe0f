import { useLocale, useTranslations } from "next-intl";
import { rowOf } from "@/lib/answers/aid-rows";
import { answerWords } from "@/lib/answers/answer-words";
import { itemTitle } from "@/lib/answers/completion-item-title";
import { isSection } from "@/lib/answers/draft";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import type { Change } from "@/lib/completion/answer";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** The only question in a row of state aid that is chosen from a list. */
const rowRegulation = "aid.regulation";

type FormKey = Parameters<ReturnType<typeof useTranslations<"form">>>[0];
type Props = { changes: readonly Change[]; scheme: Scheme; trajectoryKeys: readonly string[] };

/** The changes in an answer to a request, each with its old and new value. */
export function Changes({ changes, scheme, trajectoryKeys }: Props) {
  const t = useTranslations("completion.answer");
  const empty = useTranslations("applications.answers");
  const form = useTranslations("form");
  const format = useFormats();
  const locale = useLocale();
  const words = ({ part, field }: Change, typed: Change["before"]) => {
    const fields = isSection(part) ? SECTION_FIELDS[part] : trajectoryFields(scheme);
    const kind = fields[field] ?? "text";
    const { asks } = rowOf(field);
    const shown = asks === rowRegulation ? "choice" : kind;
    return (
      answerWords(shown, typed, (value) => form(`${asks}.options.${value}` as FormKey), format) ??
      empty("empty")
    );
  };
  return changes.map((change) => {
    const title = itemTitle(change, trajectoryKeys, locale);
    return (
      <section key={title} className="versions" aria-label={title}>
        <p>
          <strong>{title}</strong>
        </p>
        {change.field === "personNumber" ? (
          <p>{t("personChanged")}</p>
        ) : (
          <dl className="versions__pair">
            <div>
              <dt>{t("before")}</dt>
              <dd>{words(change, change.before)}</dd>
            </div>
            <div>
              <dt>{t("after")}</dt>
              <dd>{words(change, change.after)}</dd>
            </div>
          </dl>
        )}
      </section>
    );
  });
}
