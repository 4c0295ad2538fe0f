import { useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table } from "@/components/ui/table";
import type { LineFigures, YearFigures } from "@/lib/budget/queries/budget-overview";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import { YearBar } from "./year-bar";

const DEPTHS = ["budget-line--0", "budget-line--1", "budget-line--2", "budget-line--3"] as const;

/** One line of the budget: its years as bars on one scale, and the same figures as a table. */
export function BudgetLine({ line }: { line: LineFigures }) {
  const t = useTranslations("budget");
  const name = t(`names.${line.id}`);
  const most = Math.max(...line.years.map(({ ceilingCents }) => ceilingCents), 0);
  return (
    <li className={`budget-line ${DEPTHS[Math.min(line.depth, DEPTHS.length - 1)]}`}>
      <Heading level={3}>{name}</Heading>
      <Paragraph>{t(`about.${line.id}`)}</Paragraph>
      {line.years.length === 0 ? (
        <Paragraph>{t("lines.noYears")}</Paragraph>
      ) : (
        <>
          <ol className="year-bars">
            {line.years.map((year) => (
              <YearBar key={year.year} figures={year} most={most} municipal={line.municipal} />
            ))}
          </ol>
          <Details summary={t("lines.table", { line: name })}>
            <LineTable name={name} years={line.years} />
          </Details>
        </>
      )}
    </li>
  );
}

function LineTable({ name, years }: { name: string; years: YearFigures[] }) {
  const t = useTranslations("budget");
  return (
    <Table
      caption={t("lines.caption", { line: name })}
      columns={[
        { key: "year", label: t("year") },
        { key: "ceiling", label: t("ceiling"), numeric: true },
        { key: "committed", label: t("committed"), numeric: true },
        { key: "reserved", label: t("reserved"), numeric: true },
        { key: "free", label: t("free"), numeric: true },
        { key: "source", label: t("source") },
      ]}
      rows={years.map((year) => ({
        id: `${year.year}`,
        year: `${year.year}`,
        ceiling: formatMoney(year.ceilingCents),
        committed: formatMoney(year.committedCents),
        reserved: formatMoney(year.reservedCents),
        free: formatMoney(year.freeCents),
        source: <Source year={year} />,
      }))}
    />
  );
}

function Source({ year }: { year: YearFigures }) {
  const t = useTranslations("budget");
  const format = useFormats();
  return (
    <span className="year-source">
      {year.isExample && <StatusBadge tone="info">{t("example")}</StatusBadge>}
      <span>{year.source}</span>
      {year.releasesOn && <span>{t("releases", { day: format.day(year.releasesOn) })}</span>}
    </span>
  );
}
