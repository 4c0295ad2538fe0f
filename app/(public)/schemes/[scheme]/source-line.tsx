import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { useFormats } from "@/lib/i18n/use-formats";
import { addressOf, citationOf, LAWS, type Provision } from "@/lib/schemes/laws";

type Props = { source: string; article: Provision | null; kind: "regulation" | "assumption" };

/** The provision and the source of a rule, with a mark when it is an assumption; the provision links to its text. */
export function SourceLine({ source, article, kind }: Props) {
  const format = useFormats();
  const t = useTranslations("home.scheme");
  return (
    <span className="source-line">
      {kind === "assumption" && <StatusBadge tone="warning">{t("assumption")}</StatusBadge>}{" "}
      {article && (
        <span className="text-small">
          <Link href={addressOf(article)}>{citationOf(article)}</Link>{" "}
          <span className="text-quiet">
            {t("lookedOn", { day: format.day(LAWS[article.law].lookedOn) })}
          </span>{" "}
        </span>
      )}
      <span className="text-small text-quiet">{t("source", { source })}</span>
    </span>
  );
}
