import { Temporal } from "temporal-polyfill";
import { type Day, yearOf } from "@/lib/dates";
import { ZONE } from "@/lib/day";
import { type Cents, cents, euros } from "@/lib/money";
import { ALL_RULES } from "@/lib/schemes/rules";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { SCHEMES, type Scheme } from "@/lib/vocabulary/scheme";
import { BUDGET_LINES, ceilingsUntil, type ReferenceCeiling } from "./budget";
import type { ReferenceWindow } from "./windows";

const SOURCE = "Voorbeeld voor de proefomgeving; geen gepubliceerd bedrag";
const OF_SCHEMES = {
  werkgeverssubsidie: euros(2_000_000),
  startbaan: euros(1_300_000),
} satisfies Record<Scheme, Cents>;
const OF_PARTS: Partial<Record<LineId, Cents>> = {
  actieagenda: euros(5_000_000),
  startbanen: euros(1_300_000),
};
const EARMARK_PERCENT = 10;

/**
 * For the demo: a ceiling for every line of employers that has none in the sources for this year, never more than its
 * parent. A tenth of a scheme is earmarked for women until 15 December.
 */
export function exampleCeilings(year: number): ReferenceCeiling[] {
  const known = new Map(
    ceilingsUntil(year)
      .filter((c) => c.year === year)
      .map((c) => [c.line, c.ceilingCents]),
  );
  return BUDGET_LINES.flatMap(({ id, parent, scheme, earmark, municipal }) => {
    if (municipal || known.has(id)) return [];
    const above = known.get(parent ?? "") ?? cents(0);
    const amount = scheme ? OF_SCHEMES[scheme] : (OF_PARTS[id] ?? 0);
    const wished = earmark ? (above * EARMARK_PERCENT) / 100 : amount;
    const ceilingCents = cents(Math.floor(Math.min(wished, above)));
    known.set(id, ceilingCents);
    const releasesOn = earmark ? `${year}-12-15` : null;
    return [
      {
        line: id,
        year,
        ceilingCents,
        releasesOn,
        source: SOURCE,
        decidedBy: "Proefomgeving",
        publishedOn: null,
      },
    ];
  });
}

/** For the demo: a window per scheme that is open the whole of this year. */
export function exampleWindows(today: Day): ReferenceWindow[] {
  const year = yearOf(today);
  return SCHEMES.flatMap((scheme) => {
    const rules = ALL_RULES.filter((version) => version.scheme === scheme).at(-1);
    const line = BUDGET_LINES.find((one) => one.scheme === scheme && one.earmark === null);
    if (!rules || !line) return [];
    return [
      {
        id: `voorbeeld-${scheme}-${year}`,
        scheme,
        line: line.id,
        year,
        opensAt: inZone(`${year}-01-01T00:00`),
        closesAt: inZone(`${year}-12-31T23:59:59`),
        distribution: "day_rank_lot" as const,
        decisionWeeks: 13,
        termFrom: "receipt" as const,
        rulesVersion: rules.id,
        publishedOn: `${year}-01-01`,
        source: SOURCE,
      },
    ];
  });
}

const inZone = (local: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds);
