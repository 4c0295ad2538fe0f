import "server-only";
import { asc, between, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { budgetLines, ceilings } from "@/db/schema";
import { VISITOR } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Figures, figuresOf, type Purpose, purposeOf } from "@/lib/budget/figures";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import { LINE_IDS, type LineId } from "@/lib/vocabulary/budget-lines";
import type { Scheme, Track } from "@/lib/vocabulary/scheme";

export type YearFigures = Figures & {
  year: number;
  /**
   * Claimed on the ceiling of this year, on the line of a scheme and above; null on an earmark and on lines of other
   * bodies, where it is not known.
   */
  claimedCents: Cents | null;
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
  purpose: Purpose;
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
        objectionCents: ceilings.objectionCents,
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
    const today = dayOf(asOf);
    const yearsOf = (line: Line): YearFigures[] =>
      figures
        .filter(({ lineId }) => lineId === line.id)
        .map((own) => {
          const { year, releasesOn, source, decidedBy, publishedOn, isExample } = own;
          const above = line.path
            .slice(1)
            .map((id) => figures.find((f) => f.lineId === id && f.year === year));
          const isKept = line.earmark !== null && (releasesOn === null || releasesOn > today);
          return {
            ...{ year, releasesOn, source, decidedBy, publishedOn, isExample },
            ...figuresOf([own, ...above.filter((found) => found !== undefined)], isKept),
            claimedCents: claimedOn(line, lines, claims, year),
          };
        });
    const known = LINE_IDS.flatMap((id) =>
      lines
        .filter((line) => line.id === id)
        .map((line) => {
          const { path, scheme, earmark } = line;
          const years = yearsOf(line);
          return { id, depth: path.length - 1, scheme, earmark, purpose: purposeOf(line), years };
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
