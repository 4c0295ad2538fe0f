import { useTranslations } from "next-intl";
import { Paragraph } from "@/components/ui/paragraph";
import type { SchemeOverview } from "@/lib/budget/queries/scheme-overview";
import { formatMoney } from "@/lib/money";
import { FiguresMeter } from "./figures-meter";

type Props = Pick<SchemeOverview, "ceiling" | "figures" | "isExample">;

/** The granted and free amounts of one year's ceiling; says so when there is no ceiling. */
export function MoneyLeft({ ceiling: { year }, figures, isExample }: Props) {
  const t = useTranslations("home.card");
  if (figures === null) return <Paragraph>{t("noCeiling", { year: `${year}` })}</Paragraph>;
  return (
    <div className="stack stack--tight">
      <p>
        {t("left", { year: `${year}` })} <strong>{formatMoney(figures.freeCents)}</strong>
        {figures.keptCents > 0 && ` ${t("kept", { kept: formatMoney(figures.keptCents) })}`}
      </p>
      <FiguresMeter figures={figures} />
      {isExample && <Paragraph small>{t("example")}</Paragraph>}
    </div>
  );
}
