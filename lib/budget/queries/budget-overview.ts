import "server-only";
import { asc, between, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { budgetLines, ceilings } from "@/db/schema";
import { VISITOR } from "@/lib/actor";
import { LINE_IDS, type LineId } from "@/lib/budget/lines";
import type { Day } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import type { Scheme, Track } from "@/lib/schemes/scheme";

export type YearFigures = {
  year: number;
  ceilingCents: Cents;
  committedCents: Cents;
  /** Kept for earmarks below this line until their release. */
  reservedCents: Cents;
  /** Ceiling less committed less reserved. A line above may leave less. */
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
  /** Only years with a ceiling: a blank year is absent, and not zero. */
  years: YearFigures[];
};

export type BudgetOverview = {
  /** The moment of which the figures are, by the database clock. */
  asOf: Date;
  /** Every line, a parent right before what is below it. */
  lines: LineFigures[];
};

/** The whole budget tree as anyone may see it, for these years (both included). */
export async function budgetOverview(from: number, until: number): Promise<BudgetOverview> {
  return asActor(VISITOR, async (tx, asOf) => {
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
      .where(between(ceilings.year, from, until))
      .orderBy(asc(ceilings.year));
    const yearsOf = (line: string): YearFigures[] =>
      figures
        .filter(({ lineId }) => lineId === line)
        .map(({ lineId: _line, ...year }) => ({ ...year, freeCents: freeOf(year) }));
    const known = LINE_IDS.flatMap((id) =>
      lines
        .filter((line) => line.id === id)
        .map(({ path, scheme, earmark, municipal }) => ({
          id,
          depth: path.length - 1,
          scheme,
          earmark,
          municipal,
          years: yearsOf(id),
        })),
    );
    return { asOf, lines: known };
  });
}

const freeOf = (year: Pick<YearFigures, "ceilingCents" | "committedCents" | "reservedCents">): Cents =>
  cents(Math.max(year.ceilingCents - year.committedCents - year.reservedCents, 0));
