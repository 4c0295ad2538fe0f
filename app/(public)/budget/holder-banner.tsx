import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Paragraph } from "@/components/ui/paragraph";
import type { Discrepancy } from "@/lib/budget/source-table";
import { formatNumber } from "@/lib/i18n/format";

/** For the budget holder: both totals of a year in which the source contradicts itself. */
export function HolderBanner({ discrepancies }: { discrepancies: Discrepancy[] }) {
  const t = useTranslations("budget.holder");
  return discrepancies.map(({ year, printed, addedUp, binding }) => (
    <Alert key={year} kind="warning" heading={t("title", { year })}>
      <Paragraph>
        {t("text", {
          printed: formatNumber(printed),
          addedUp: formatNumber(addedUp),
          binding: formatNumber(binding),
        })}
      </Paragraph>
    </Alert>
  ));
}
