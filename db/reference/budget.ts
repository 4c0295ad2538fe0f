import { millionsIn, SOURCE_TABLE } from "@/lib/budget/source-table";
import type { Day } from "@/lib/dates";
import { type Cents, euros } from "@/lib/money";
import { definitionOf } from "@/lib/schemes/registry";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { SCHEMES, type Scheme, type Track } from "@/lib/vocabulary/scheme";

const FIRST_YEAR = 2025;
const LAST_PRINTED_YEAR = 2030;
/**
 * By the footnote the taaleis keeps the amount of 2030 until then, and has the structural one from then on. The column
 * gives no first year for the other lines: after 2030 they are blank.
 */
const STRUCTURAL_FROM = 2040;

export type ReferenceLine = {
  id: LineId;
  parent: LineId | null;
  position: number;
  scheme: Scheme | null;
  earmark: Track | null;
  municipal: boolean;
};

const line = (
  id: LineId,
  parent: LineId | null,
  position: number,
  rest: Partial<ReferenceLine> = {},
): ReferenceLine => ({
  id,
  parent,
  position,
  scheme: null,
  earmark: null,
  municipal: false,
  ...rest,
});

/** The tree, every parent before its children: the source table, with the schemes below its lines. */
export const BUDGET_LINES: readonly ReferenceLine[] = [
  line("vjn-2025", null, 1),
  line("actieagenda", "vjn-2025", 1),
  line("werkgeverssubsidie", "actieagenda", 1, { scheme: "werkgeverssubsidie" }),
  line("werkgeverssubsidie-vrouwen", "werkgeverssubsidie", 1, {
    scheme: "werkgeverssubsidie",
    earmark: "women",
  }),
  line("startbanen", "vjn-2025", 2),
  line("startbaan-experimenten", "startbanen", 1, { scheme: "startbaan" }),
  line("startbaan-experimenten-vrouwen", "startbaan-experimenten", 1, {
    scheme: "startbaan",
    earmark: "women",
  }),
  line("taaleis", "vjn-2025", 3, { municipal: true }),
];

/** The schemes without a line on which their grants are booked. */
export const schemesWithoutLine = (lines: readonly ReferenceLine[]): Scheme[] =>
  SCHEMES.filter(
    (scheme) => !lines.some((one) => one.id === definitionOf(scheme).budgetLine && one.scheme === scheme),
  );

export type ReferenceCeiling = {
  line: string;
  year: number;
  ceilingCents: Cents;
  /** Of an earmark: the day from which its unused part is free for all. */
  releasesOn: Day | null;
  source: string;
  decidedBy: string;
  publishedOn: Day | null;
};

const published = (
  line: string,
  year: number,
  amount: number,
  source: string,
  publishedOn: Day | null,
): ReferenceCeiling => ({
  line,
  year,
  ceilingCents: euros(amount),
  releasesOn: null,
  source,
  decidedBy: "Minister van Sociale Zaken en Werkgelegenheid",
  publishedOn,
});

const PUBLISHED: readonly ReferenceCeiling[] = [
  published(
    "werkgeverssubsidie",
    2025,
    3_000_000,
    "SOWIS 2025, nieuwsbericht 5 maart 2025 (uitvoeringvanbeleidszw.nl)",
    "2025-03-05",
  ),
  published("werkgeverssubsidie", 2026, 2_000_000, "SOWIS 2026, consultatie januari 2026 (taxence.nl)", null),
  published("startbaan-experimenten", 2026, 1_300_000, `${SOURCE_TABLE.title}, Startbanen (2.2)`, null),
];

/**
 * All ceilings in the sources, from 2025 up to and including a year. Without a ceiling there is no row: blank is not
 * zero.
 */
export function ceilingsUntil(lastYear: number): ReferenceCeiling[] {
  const printed = [...SOURCE_TABLE.rows, SOURCE_TABLE.total].flatMap(({ line, cells }) =>
    Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index).flatMap((year) => {
      const millions = millionsIn(cellFor(line, cells, year));
      return millions === undefined ? [] : [printedCeiling(line, year, millions)];
    }),
  );
  return [...printed, ...PUBLISHED.filter(({ year }) => year <= lastYear)];
}

function cellFor(line: string, cells: readonly string[], year: number): string | undefined {
  if (year <= LAST_PRINTED_YEAR) return cells[year - FIRST_YEAR];
  const isFootnoted = line === "taaleis" || line === SOURCE_TABLE.total.line;
  if (!isFootnoted) return undefined;
  return year < STRUCTURAL_FROM ? cells[LAST_PRINTED_YEAR - FIRST_YEAR] : cells.at(-1);
}

const printedCeiling = (line: string, year: number, millions: number): ReferenceCeiling => ({
  line,
  year,
  ceilingCents: euros(millions * 1_000_000),
  releasesOn: null,
  source: SOURCE_TABLE.title,
  decidedBy: "Kabinet, Voorjaarsnota 2025",
  publishedOn: null,
});
