import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { SCHEMES } from "@/lib/vocabulary/scheme";

type Props = { isDemo: boolean; support: { phone: string; email: string } };

/** Links about the portal, and how to reach people. */
export function SiteFooter({ isDemo, support }: Props) {
  const t = useTranslations("common.footer");
  const schemes = useTranslations("schemes");
  return (
    <footer className="site-footer">
      <div className="bounds site-footer__inner stack">
        <nav aria-label={t("label")}>
          <ul>
            {SCHEMES.map((scheme) => (
              <li key={scheme}>
                <Link href={`/schemes/${scheme}`}>{schemes(`${scheme}.name`)}</Link>
              </li>
            ))}
            <li>
              <Link href="/budget">{t("budget")}</Link>
            </li>
            <li>
              <Link href="/status">{t("status")}</Link>
            </li>
            <li>
              <Link href="/open-data">{t("openData")}</Link>
            </li>
            <li>
              <Link href="/toegankelijkheid">{t("accessibility")}</Link>
            </li>
            <li>
              <Link href="/privacy">{t("privacy")}</Link>
            </li>
            <li>
              <Link href="/letter-check">{t("letterCheck")}</Link>
            </li>
          </ul>
        </nav>
        <p className="text-small">
          {t.rich("support", {
            ...support,
            call: (words) => <a href={`tel:${support.phone.replaceAll(" ", "")}`}>{words}</a>,
            mail: (words) => <a href={`mailto:${support.email}`}>{words}</a>,
          })}
        </p>
        <p className="text-small text-quiet">{t("law")}</p>
        {isDemo && <p className="text-small text-quiet">{t("demo")}</p>}
      </div>
    </footer>
  );
}
