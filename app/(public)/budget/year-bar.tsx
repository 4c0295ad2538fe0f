import { useTranslations } from "next-intl";
import { partsOf } from "@/components/ui/meter-parts";
import { StatusBadge } from "@/components/ui/status-badge";
import type { YearFigures } from "@/lib/budget/queries/budget-overview";
import { formatMoney } from "@/lib/money";

type Props = {
  figures: YearFigures;
  /** The highest ceiling of the line, in cents: all its years are drawn on one scale. */
  most: number;
  municipal: boolean;
};

/** One year: the bar and the figures that it shows. */
export function YearBar({ figures, most, municipal }: Props) {
  const t = useTranslations("budget");
  const { year, ceilingCents, committedCents, reservedCents, freeCents, isExample } = figures;
  const [whole] = partsOf([{ label: "", value: ceilingCents, tone: "free" }], most);
  const parts = partsOf(
    [
      { label: "committed", value: committedCents, tone: "used" },
      { label: "reserved", value: reservedCents, tone: "held" },
      { label: "free", value: municipal ? 0 : freeCents, tone: "free" },
    ],
    most,
  );
  const words = {
    ceiling: formatMoney(ceilingCents),
    committed: formatMoney(committedCents),
    free: formatMoney(freeCents),
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
        <span>{municipal ? t("bar.municipal", words) : t("bar.words", words)}</span>
        {committedCents > 0 && <span>{t("bar.committed", words)}</span>}
        {reservedCents > 0 && <span>{t("bar.reserved", { reserved: formatMoney(reservedCents) })}</span>}
        {isExample && <StatusBadge tone="info">{t("example")}</StatusBadge>}
      </span>
    </li>
  );
}
