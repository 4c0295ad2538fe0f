import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { Resolution } from "@/lib/budget/queries/resolutions";
import { type Discrepancy, SOURCE_TABLE } from "@/lib/budget/source-table";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { discrepancies: Discrepancy[]; resolved: Resolution[] };

/**
 * For the budget holder: both totals of a year in which the source contradicts itself, and their resolution; nothing
 * for a past year.
 */
export function HolderBanner({ discrepancies, resolved }: Props) {
  const t = useTranslations("budget.holder");
  const format = useFormats();
  return discrepancies.map((found) => {
    const { year } = found;
    const resolution = resolved.find((one) => String(one.year) === year);
    const binding = resolution?.figure === "added_up" ? found.addedUp : found.printed;
    const words = {
      year,
      printed: format.number(found.printed),
      addedUp: format.number(found.addedUp),
      binding: format.number(resolution ? binding : found.binding),
    };
    const { figure = "", reason = "" } = resolution ?? {};
    return (
      <Alert
        key={year}
        kind={resolution ? "info" : "warning"}
        heading={t(resolution ? "resolvedTitle" : "title", { year })}
      >
        <Paragraph>{resolution ? t("resolved", { ...words, figure, reason }) : t("text", words)}</Paragraph>
        <Link href={`/budget/lines/${SOURCE_TABLE.total.line}/${year}/resolution`}>
          {t(resolution ? "change" : "resolve")}
        </Link>
      </Alert>
    );
  });
}
