import { useTranslations } from "next-intl";
import { partsOf } from "@/components/ui/meter-parts";
import { StatusBadge } from "@/components/ui/status-badge";
import { isGrantable, type Purpose } from "@/lib/budget/figures";
import type { YearFigures } from "@/lib/budget/queries/budget-overview";
import { cents, formatMoney } from "@/lib/money";

type Props = {
  figures: YearFigures;
  /** The highest ceiling of the line, in cents: all its years are drawn on one scale. */
  most: number;
  purpose: Purpose;
  thisYear: number;
};

/** One year: the bar and the figures that it shows. */
export function YearBar({ figures, most, purpose, thisYear }: Props) {
  const t = useTranslations("budget");
  const { year, ceilingCents, grantedCents, beyondCents, keptCents, freeCents, isExample } = figures;
  const isLeft = isGrantable(purpose, year, thisYear);
  const [whole] = partsOf([{ label: "", value: ceilingCents, tone: "free" }], most);
  const parts = partsOf(
    [
      { label: "committed", value: grantedCents - beyondCents, tone: "used" },
      { label: "reserved", value: isLeft ? keptCents : 0, tone: "held" },
      { label: "free", value: isLeft ? freeCents : 0, tone: "free" },
    ],
    most,
  );
  const words = {
    ceiling: formatMoney(ceilingCents),
    committed: formatMoney(grantedCents),
    free: formatMoney(freeCents),
    unused: formatMoney(cents(freeCents + keptCents)),
  };
  return (
    <li className="year-bar">
      <strong className="year-bar__year">{year}</strong>
      <svg
        className="year-bar__picture"
        viewBox="0 0 1000 20"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className="meter__track" width={whole?.width ?? 0} height="20" />
        {parts.map(({ label, tone, x, width }) => (
          <rect key={label} className={`meter__part meter__part--${tone}`} x={x} width={width} height="20" />
        ))}
        <rect
          className="year-bar__edge"
          x="0.5"
          y="0.5"
          width={Math.max((whole?.width ?? 0) - 1, 0)}
          height="19"
        />
      </svg>
      <span className="year-bar__words">
        <span>{t(isLeft ? `bar.words.${purpose}` : `bar.rest.${purpose}`, words)}</span>
        {isLeft && keptCents > 0 && <span>{t("bar.reserved", { reserved: formatMoney(keptCents) })}</span>}
        {grantedCents > 0 && <span>{t("bar.committed", words)}</span>}
        {beyondCents > 0 && <span>{t("bar.beyond", { beyond: formatMoney(beyondCents) })}</span>}
        {isExample && <StatusBadge tone="info">{t("example")}</StatusBadge>}
      </span>
    </li>
  );
}
