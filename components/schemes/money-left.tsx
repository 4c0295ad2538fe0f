import { useTranslations } from "next-intl";
import { Meter } from "@/components/ui/meter";
import { Paragraph } from "@/components/ui/paragraph";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Cents, cents, formatMoney } from "@/lib/money";

type Props = {
  ceiling: Pick<Ceiling, "year">;
  ceilingCents: Cents | null;
  committedCents: Cents;
  freeCents: Cents;
  isExample: boolean;
};

const money = (value: number) => formatMoney(cents(value));

/** The granted and free amounts of one year's ceiling; says so when there is no ceiling. */
export function MoneyLeft({ ceiling: { year }, ceilingCents, committedCents, freeCents, isExample }: Props) {
  const t = useTranslations("home.card");
  if (ceilingCents === null) return <Paragraph>{t("noCeiling", { year: `${year}` })}</Paragraph>;
  const amounts = {
    ceiling: money(ceilingCents),
    committed: money(committedCents),
    free: money(freeCents),
  };
  return (
    <div className="stack stack--tight">
      <p>
        {t("left", { year: `${year}` })} <strong>{amounts.free}</strong>
      </p>
      <Meter
        max={ceilingCents}
        label={t("leftMeter", amounts)}
        format={money}
        segments={[
          { label: t("committed"), value: committedCents, tone: "used" },
          { label: t("free"), value: freeCents, tone: "free" },
        ]}
      />
      {isExample && <Paragraph small>{t("example")}</Paragraph>}
    </div>
  );
}
