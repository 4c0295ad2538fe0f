import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { placeText } from "@/lib/cases/case-list";
import { fromTheStart, listHref, type Words } from "@/lib/cases/list-words";
import type { CaseList } from "@/lib/cases/queries/list-cases";

/** Links to the previous and the next page; there is no last page, because nothing is counted. */
export function ListPages({ words, list }: { words: Words; list: Pick<CaseList, "next" | "previous"> }) {
  const t = useTranslations("worklist");
  const start = fromTheStart(words);
  if (!list.next && !list.previous) return null;
  return (
    <nav aria-label={t("pages")} className="actions">
      {list.previous && (
        <Link href={listHref({ ...start, voor: placeText(list.previous) })} rel="prev">
          {t("previous")}
        </Link>
      )}
      {list.next && (
        <Link href={listHref({ ...start, na: placeText(list.next) })} rel="next">
          {t("next")}
        </Link>
      )}
      {list.previous && <Link href={listHref(start)}>{t("first")}</Link>}
    </nav>
  );
}
