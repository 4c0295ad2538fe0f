import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { StatusBadge } from "@/components/ui/status-badge";
import { useFormats } from "@/lib/i18n/use-formats";
import type { WindowPhase } from "@/lib/windows/phase";

type Props = {
  phase: WindowPhase;
  closesAt: Date;
  /** One line, for the pages of a form. */
  brief?: boolean;
};

/** Says that the draft was not sent. */
export function NotSentYet({ phase, closesAt, brief = false }: Props) {
  const t = useTranslations("applications.notSent");
  const format = useFormats();
  if (phase.phase !== "open")
    return (
      <Alert kind="error" heading={t("closedTitle")}>
        <p>{t("closedText", { closesAt: format.moment(closesAt) })}</p>
      </Alert>
    );
  if (brief)
    return (
      <p className="not-sent-yet">
        <StatusBadge tone="warning">{t("title")}</StatusBadge>{" "}
        {t("brief", { days: phase.days, closesAt: format.moment(closesAt) })}
      </p>
    );
  return (
    <Alert kind="warning" heading={t("title")}>
      <p>
        {t.rich("text", {
          days: phase.days,
          closesAt: format.moment(closesAt),
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
    </Alert>
  );
}
