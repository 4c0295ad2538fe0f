import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/charts/chart-frame";
import { heights, widths } from "@/components/charts/plot";
import type { Period } from "@/lib/forecast/periods";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";

/** The amounts asked per month, by rank day: women's trajectories below, the rest on top. */
export function DemandPicture({ months, year }: { months: readonly Period[]; year: number }) {
  const t = useTranslations("year.demand");
  const { month } = useFormats();
  const { y, ticks } = heights(Math.max(...months.map(({ askedCents }) => askedCents)), (value) =>
    formatMoney(cents(value)),
  );
  const x = widths(months.length);
  const wide = Math.round((x(1) - x(0)) * 0.6);
  const left = (place: number) => x(place) + (x(1) - x(0) - wide) / 2;
  return (
    <ChartFrame
      label={t("label", { year: `${year}` })}
      rows={ticks}
      columns={months.map(({ first }, place) => ({ at: x(place + 0.5), label: month(first) }))}
      legend={[
        { name: t("general"), look: "chart__general" },
        { name: t("women"), look: "chart__women" },
      ]}
    >
      {months.map(({ first, askedCents, womenCents }, place) => (
        <g key={first}>
          <rect
            className="chart__general"
            x={left(place)}
            y={y(askedCents)}
            width={wide}
            height={y(womenCents) - y(askedCents)}
          />
          <rect
            className="chart__women"
            x={left(place)}
            y={y(womenCents)}
            width={wide}
            height={y(0) - y(womenCents)}
          />
        </g>
      ))}
    </ChartFrame>
  );
}
