import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";

/** From one scheme to the other. */
export function SchemeTabs({ current }: { current: Scheme }) {
  const t = useTranslations("year");
  return (
    <nav aria-label={t("schemes")}>
      <ul className="actions plain-list">
        {SCHEMES.map((scheme) => (
          <li key={scheme}>
            {scheme === current ? (
              <strong aria-current="page">{t(`scheme.${scheme}`)}</strong>
            ) : (
              <Link href={`/year?regeling=${scheme}`}>{t(`scheme.${scheme}`)}</Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
