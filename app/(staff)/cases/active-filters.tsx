import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { listHref, type Words } from "@/lib/cases/list-words";
import type { ListChoices } from "@/lib/cases/queries/list-choices";
import { useListWords } from "./use-list-words";

/** The active filters in words, each with a link to remove it. */
export function ActiveFilters({ words, choices }: { words: Words; choices: ListChoices }) {
  const t = useTranslations("worklist");
  const { shown, active } = useListWords(choices);
  const filters = active(words);
  return (
    <div className="active-filters">
      <p>
        {t("active")}: <strong>{shown(words.toon)}</strong>.{" "}
        {t("sortedBy", { sort: words.termijn ? "termijn" : words.op, down: words.af ? "yes" : "no" })}
      </p>
      {filters.length > 0 && (
        <ul className="case-filters" aria-label={t("active")}>
          {filters.map(({ name, label, without }) => (
            <li key={name} className="active-filter">
              {label}{" "}
              <Link href={listHref(without)} aria-label={t("drop", { filter: label })}>
                {t("dropShort")}
              </Link>
            </li>
          ))}
          {filters.length > 1 && (
            <li>
              <Link href={`/cases?toon=${words.toon}`}>{t("clear")}</Link>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
