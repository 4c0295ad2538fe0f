import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { SCHEMES } from "@/lib/schemes/scheme";
import { listHref, type Query, type Shown } from "./filters";

const LABELS = {
  "te-beoordelen": "toReview",
  "te-beslissen": "toDecide",
  besloten: "decided",
  all: "all",
} as const satisfies Record<Shown, string>;

/** Filters are links: words in the address bar that can be sent to a colleague. */
export function Filters({ query }: { query: Query & { toon: Shown } }) {
  const t = useTranslations("staff");
  const words = { ...query, na: undefined };
  const current = (is: boolean) => (is ? { "aria-current": "page" as const } : {});
  return (
    <nav aria-label={t("list.filters")} className="stack stack--tight">
      <ul className="case-filters">
        {(Object.keys(LABELS) as Shown[]).map((toon) => (
          <li key={toon}>
            <Link href={listHref({ ...words, toon })} {...current(query.toon === toon)}>
              {t(`list.${LABELS[toon]}`)}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="case-filters">
        {SCHEMES.map((regeling) => {
          const on = query.regeling === regeling;
          return (
            <li key={regeling}>
              <Link href={listHref({ ...words, regeling: on ? undefined : regeling })} {...current(on)}>
                {t(`scheme.${regeling}`)}
              </Link>
            </li>
          );
        })}
        <li>
          <Link
            href={listHref({ ...words, van: query.van ? undefined : "mij" })}
            {...current(query.van === "mij")}
          >
            {t("list.mine")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
