import { useTranslations } from "next-intl";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { Link } from "@/components/ui/link";
import { type Ceiling, ceilingKey, isSameCeiling } from "@/lib/budget/ceiling";

/** Links to the other ceilings. */
export function CeilingTabs({ ceilings, current }: { ceilings: readonly Ceiling[]; current: Ceiling }) {
  const t = useTranslations("year");
  const nameOf = useCeilingName();
  return (
    <nav aria-label={t("ceilings")}>
      <ul className="actions plain-list">
        {ceilings.map((ceiling) => (
          <li key={ceilingKey(ceiling)}>
            {isSameCeiling(ceiling, current) ? (
              <strong aria-current="page">{nameOf(ceiling)}</strong>
            ) : (
              <Link href={`/year?van=${ceilingKey(ceiling)}`}>{nameOf(ceiling)}</Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
