import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";

type Props = { source: string; kind: "regulation" | "assumption" };

/** The source of a rule, with a mark when it is an assumption. */
export function SourceLine({ source, kind }: Props) {
  const t = useTranslations("home.scheme");
  return (
    <span className="source-line">
      {kind === "assumption" && <StatusBadge tone="warning">{t("assumption")}</StatusBadge>}{" "}
      <span className="text-small text-quiet">{t("source", { source })}</span>
    </span>
  );
}
