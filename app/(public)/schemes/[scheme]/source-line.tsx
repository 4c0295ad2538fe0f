import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";

type Props = { source: string; kind: "regulation" | "assumption" };

/** Where a rule comes from, and whether a regulation says so or it is assumed. */
export function SourceLine({ source, kind }: Props) {
  const t = useTranslations("home.scheme");
  return (
    <span className="source-line">
      <StatusBadge tone={kind === "regulation" ? "ok" : "warning"}>{t(kind)}</StatusBadge>
      <span className="text-small text-quiet">{t("source", { source })}</span>
    </span>
  );
}
