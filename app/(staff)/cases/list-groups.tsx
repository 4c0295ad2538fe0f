import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { fromTheStart, listHref, queryOf, type Words } from "@/lib/cases/list-words";
import type { ListChoices } from "@/lib/cases/queries/list-choices";
import { GROUPS, useListWords } from "./use-list-words";

type Props = { words: Words; choices: ListChoices };

/** Lists for everybody and saved views: links, so that an address can be shared. */
export function ListGroups({ words, choices }: Props) {
  const t = useTranslations("worklist");
  const { shown } = useListWords(choices);
  const here = queryOf(fromTheStart(words));
  const current = (is: boolean) => (is ? { "aria-current": "page" as const } : {});
  return (
    <nav aria-label={t("groups")} className="stack stack--tight">
      <ul className="case-filters">
        {GROUPS.map((toon) => (
          <li key={toon}>
            <Link
              href={listHref({ ...fromTheStart(words), zoek: undefined, toon })}
              {...current(words.toon === toon)}
            >
              {shown(toon)}
            </Link>
          </li>
        ))}
      </ul>
      {choices.views.length > 0 && (
        <ul className="case-filters" aria-label={t("views")}>
          {choices.views.map((view) => (
            <li key={view.name}>
              <Link href={`/cases?${view.words}`} {...current(view.words === here)}>
                {view.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
