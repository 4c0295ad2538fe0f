import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Paragraph } from "@/components/ui/paragraph";
import type { Discrepancy } from "@/lib/budget/source-table";
import { useFormats } from "@/lib/i18n/use-formats";

/** For the budget holder: both totals of a year in which the source contradicts itself. */
export function HolderBanner({ discrepancies }: { discrepancies: Discrepancy[] }) {
  const t = useTranslations("budget.holder");
  const format = useFormats();
  return discrepancies.map(({ year, printed, addedUp, binding }) => (
    <Alert key={year} kind="warning" heading={t("title", { year })}>
      <Paragraph>
        {t("text", {
          printed: format.number(printed),
          addedUp: format.number(addedUp),
          binding: format.number(binding),
        })}
      </Paragraph>
    </Alert>
  ));
}
