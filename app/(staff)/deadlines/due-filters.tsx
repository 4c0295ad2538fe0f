import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { DUE_KINDS, type DueFilter, hrefOf } from "@/lib/deadlines/overview";

type Props = { filter: DueFilter; handles: boolean };

/** Links, so that an address can be shared: one kind or all, and for handlers only their own cases. */
export function DueFilters({ filter, handles }: Props) {
  const t = useTranslations("deadlines");
  const { kind: chosen, isMine } = filter;
  const current = (is: boolean) => (is ? { "aria-current": "page" as const } : {});
  return (
    <nav aria-label={t("what")} className="stack stack--tight">
      <ul className="case-filters">
        {[undefined, ...DUE_KINDS].map((kind) => (
          <li key={kind ?? "all"}>
            <Link href={hrefOf({ kind, isMine })} {...current(kind === chosen)}>
              {kind ? t(`kind.${kind}`) : t("all")}
            </Link>
          </li>
        ))}
      </ul>
      {(handles || isMine) && (
        <ul className="case-filters">
          {[false, true].map((mine) => (
            <li key={String(mine)}>
              <Link href={hrefOf({ kind: chosen, isMine: mine })} {...current(mine === isMine)}>
                {t(mine ? "mine" : "everyone")}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
