import "server-only";
import { asc, between, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { budgetLines, ceilings } from "@/db/schema";
import { VISITOR } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import { LINE_IDS, type LineId } from "@/lib/vocabulary/budget-lines";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";

export type YearFigures = {
  year: number;
  ceilingCents: Cents;
  committedCents: Cents;
  /**
   * Claimed on the ceiling of this year, on the line of a scheme and above; null on an earmark and on lines of other
   * bodies, where it is not known.
   */
  claimedCents: Cents | null;
  /** Reserved for earmarks below this line until their release. */
  reservedCents: Cents;
  /** Ceiling less committed less reserved. A line above may have less. */
  freeCents: Cents;
  releasesOn: Day | null;
  source: string;
  decidedBy: string;
  publishedOn: Day | null;
  isExample: boolean;
};

export type LineFigures = {
  id: LineId;
  /** 0 for the root. */
  depth: number;
  scheme: Scheme | null;
  earmark: Track | null;
  municipal: boolean;
  /** Only years with a ceiling; a blank year is absent, not zero. */
  years: YearFigures[];
};

export type BudgetOverview = {
  /** The moment of these figures, by the database clock. */
  asOf: Date;
  /** Every line, a parent right before its children. */
  lines: LineFigures[];
};

/** The whole budget tree, as public information, for these years (both included) and those since that have begun. */
export async function budgetOverview(from: number, until: number): Promise<BudgetOverview> {
  return readAs(VISITOR, async (tx, asOf) => {
    const lines = await tx.select().from(budgetLines);
    const figures = await tx
      .select({
        lineId: ceilings.lineId,
        year: ceilings.year,
        ceilingCents: ceilings.ceilingCents,
        committedCents: ceilings.committedCents,
        reservedCents: sql<Cents>`reserved_below(${ceilings.lineId}, ${ceilings.year})`.mapWith(
          ceilings.reservedCents,
        ),
        releasesOn: ceilings.releasesOn,
        source: ceilings.source,
        decidedBy: ceilings.decidedBy,
        publishedOn: ceilings.publishedOn,
        isExample: ceilings.isExample,
      })
      .from(ceilings)
      .where(between(ceilings.year, from, Math.max(until, yearOf(dayOf(asOf)))))
      .orderBy(asc(ceilings.year));
    const { rows: claims } = await tx.execute<Claim>(
      sql`select line_id as line, year, cents from claimed_now()`,
    );
    const yearsOf = (line: Line): YearFigures[] =>
      figures
        .filter(({ lineId }) => lineId === line.id)
        .map(({ lineId: _line, ...year }) => ({
          ...year,
          freeCents: freeOf(year),
          claimedCents: claimedOn(line, lines, claims, year.year),
        }));
    const known = LINE_IDS.flatMap((id) =>
      lines
        .filter((line) => line.id === id)
        .map((line) => {
          const { path, scheme, earmark, municipal } = line;
          return { id, depth: path.length - 1, scheme, earmark, municipal, years: yearsOf(line) };
        }),
    );
    return { asOf, lines: known };
  });
}

type Claim = Ceiling & { cents: string };
type Line = typeof budgetLines.$inferSelect;

/** The claimed amount on this line, or below it, in a year. */
function claimedOn(line: Line, lines: readonly Line[], claims: readonly Claim[], year: number): Cents | null {
  if (line.earmark !== null || line.municipal) return null;
  const isBelow = (asked: LineId) => lines.find(({ id }) => id === asked)?.path.includes(line.id);
  const asked = claims.filter((claim) => claim.year === year && isBelow(claim.line));
  return cents(asked.reduce((sum, claim) => sum + Number(claim.cents), 0));
}

const freeOf = (year: Pick<YearFigures, "ceilingCents" | "committedCents" | "reservedCents">): Cents =>
  cents(Math.max(year.ceilingCents - year.committedCents - year.reservedCents, 0));
