import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/charts/chart-frame";
import { FIELD, heights, stepsPath, widths } from "@/components/charts/plot";
import { dayOfYear, tiedSoFar } from "@/lib/forecast/periods";
import type { YearAhead } from "@/lib/forecast/queries/year-ahead";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";

const FLOOR = FIELD.height - FIELD.bottom;
const LAST_DAY = 365;

/** The committed amount over the year, the ceiling, and the days between which the money is expected to run out. */
export function TiedPicture({ ahead }: { ahead: YearAhead }) {
  const t = useTranslations("year.tied");
  const { month } = useFormats();
  const { days, today, ceilingCents, runOut } = ahead;
  const { year } = ahead.ceiling;
  const points = tiedSoFar(days);
  const highest = Math.max(ceilingCents ?? 0, ...points.map((point) => point.cents));
  const { y, ticks } = heights(highest, (value) => formatMoney(cents(value)));
  const x = widths(LAST_DAY);
  const end = [x(dayOfYear(today, year)), y(points.at(-1)?.cents ?? 0)] as const;
  const line = stepsPath([
    [x(0), y(0)],
    ...points.map(({ day, cents: sum }) => [x(dayOfYear(day, year)), y(sum)] as const),
    end,
  ]);
  const range = runOut.kind === "runs-out" && {
    from: x(dayOfYear(runOut.early, year)),
    to: x(runOut.late ? dayOfYear(runOut.late, year) : LAST_DAY),
  };
  return (
    <ChartFrame
      label={t("label", { year: `${year}` })}
      rows={ticks}
      columns={Array.from({ length: 12 }, (_, index) => {
        const first = `${year}-${String(index + 1).padStart(2, "0")}-01`;
        return { at: x(dayOfYear(first, year) + 15), label: month(first) };
      })}
      legend={[
        { name: t("line"), look: "chart__solid" },
        { name: t("ceiling"), look: "chart__limit" },
        ...(range ? [{ name: t("range"), look: "chart__range" }] : []),
      ]}
    >
      {range && (
        <rect
          className="chart__range"
          x={range.from}
          y={FIELD.top}
          width={Math.max(range.to - range.from, 2)}
          height={FLOOR - FIELD.top}
        />
      )}
      {ceilingCents !== null && (
        <line
          className="chart__ceiling"
          x1={x(0)}
          x2={x(LAST_DAY)}
          y1={y(ceilingCents)}
          y2={y(ceilingCents)}
        />
      )}
      <path className="chart__line" d={line} />
    </ChartFrame>
  );
}
