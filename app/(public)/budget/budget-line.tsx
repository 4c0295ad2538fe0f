import { useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table } from "@/components/ui/table";
import { isGrantable } from "@/lib/budget/figures";
import type { LineFigures, YearFigures } from "@/lib/budget/queries/budget-overview";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";
import { YearBar } from "./year-bar";

const DEPTHS = ["budget-line--0", "budget-line--1", "budget-line--2", "budget-line--3"] as const;

type Props = {
  line: LineFigures;
  /** Whether the figures link to the page of the line. */
  isLinked: boolean;
  thisYear: number;
};

/** One line of the budget: its years as bars on one scale, and the same figures as a table. */
export function BudgetLine({ line, isLinked, thisYear }: Props) {
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
              <YearBar
                key={year.year}
                figures={year}
                most={most}
                purpose={line.purpose}
                thisYear={thisYear}
              />
            ))}
          </ol>
          <Details summary={t("lines.table", { line: name })}>
            <LineTable line={line} isLinked={isLinked} thisYear={thisYear} />
          </Details>
        </>
      )}
    </li>
  );
}

function LineTable({ line: { id, years, purpose }, isLinked, thisYear }: Props) {
  const t = useTranslations("budget");
  const name = t(`names.${id}`);
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
        year: isLinked ? <Link href={`/budget/lines/${id}/${year.year}`}>{year.year}</Link> : `${year.year}`,
        ceiling: formatMoney(year.ceilingCents),
        committed: <Granted figures={year} />,
        reserved: formatMoney(year.keptCents),
        free: isGrantable(purpose, year.year, thisYear)
          ? formatMoney(year.freeCents)
          : t(`left.${purpose}`, { unused: formatMoney(cents(year.freeCents + year.keptCents)) }),
        source: <Source year={year} />,
      }))}
    />
  );
}

/** All that is granted, and the part of it past the ceiling. */
function Granted({ figures: { grantedCents, beyondCents } }: { figures: YearFigures }) {
  const t = useTranslations("budget");
  if (beyondCents === 0) return formatMoney(grantedCents);
  return (
    <>
      {formatMoney(grantedCents)} <small>{t("bar.beyond", { beyond: formatMoney(beyondCents) })}</small>
    </>
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
