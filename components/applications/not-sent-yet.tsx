import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { formatMoment } from "@/lib/i18n/format";
import type { WindowPhase } from "@/lib/schemes/window-phase";

type Props = { phase: WindowPhase; closesAt: Date };

/** Nobody may believe that a draft was sent. */
export function NotSentYet({ phase, closesAt }: Props) {
  const t = useTranslations("applications.notSent");
  if (phase.phase !== "open")
    return (
      <Alert kind="error" heading={t("closedTitle")}>
        <p>{t("closedText", { closesAt: formatMoment(closesAt) })}</p>
      </Alert>
    );
  return (
    <Alert kind="warning" heading={t("title")}>
      <p>
        {t.rich("text", {
          days: phase.days,
          closesAt: formatMoment(closesAt),
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
    </Alert>
  );
}
