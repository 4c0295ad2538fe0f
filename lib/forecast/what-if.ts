import { afterBooking, allocate, type LineYear, withReservations } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import { type Cents, cents, sumCents } from "@/lib/money";
import { awardFor } from "@/lib/schemes/award";
import type { Rules } from "@/lib/schemes/rules";
import type { Track } from "@/lib/vocabulary/scheme";

/** An undecided application in order of treatment, with the award of its rules. */
export type WaitingCase = {
  id: string;
  reference: string;
  rankDay: Day;
  rules: Rules;
  trajectories: readonly { number: number; track: Track }[];
};

/** The change to try; absent fields keep their value. Amounts in cents, `amountPercent` of today's. */
export type Change = { ceilingCents?: Cents; womenCents?: Cents; amountPercent?: number };

export type Outlook = {
  insideCount: number;
  insideCents: Cents;
  outsideCount: number;
  outsideCents: Cents;
  /** Ids of the applications that fit. */
  inside: ReadonlySet<string>;
};

/** The ceilings after the change: the scheme's own, and its women's earmark. Never below the committed amount. */
function changed(
  lines: readonly LineYear[],
  leaf: string,
  { ceilingCents, womenCents }: Change,
  today: Day,
): LineYear[] {
  const raised = lines.map((line) => {
    const isWomens = line.parent === leaf && line.earmark === "women";
    const asked = line.line === leaf ? ceilingCents : isWomens ? womenCents : undefined;
    return asked === undefined
      ? line
      : { ...line, ceilingCents: cents(Math.max(asked, line.committedCents)) };
  });
  return withReservations(raised, today);
}

/** An amount scale at this percentage, in whole euros. */
const scaled = (rules: Rules, percent: number): Rules => ({
  ...rules,
  amountsCents: {
    ...rules.amountsCents,
    value: rules.amountsCents.value.map((amount) => cents(Math.round((amount * percent) / 10_000) * 100)) as [
      Cents,
      ...Cents[],
    ],
  },
});

/**
 * Which undecided applications would get money if all were granted in order of treatment, with this change.
 * Applications of one day keep the given order; on the crossing day a draw decides. Changes nothing.
 */
export function whatIf(
  waiting: readonly WaitingCase[],
  budget: { leaf: string; lines: readonly LineYear[] },
  change: Change,
  today: Day,
): Outlook {
  const { leaf } = budget;
  let lines = changed(budget.lines, leaf, change, today);
  const inside = new Set<string>();
  let [insideCents, outsideCents] = [cents(0), cents(0)];
  for (const { id, rules, trajectories } of waiting) {
    const award = awardFor(scaled(rules, change.amountPercent ?? 100), trajectories);
    const asked = sumCents(award.map(({ amountCents }) => amountCents));
    const entries = allocate(award, leaf, lines, today);
    if (entries.ok) {
      lines = afterBooking(lines, entries.value, today);
      inside.add(id);
      insideCents = cents(insideCents + asked);
    } else outsideCents = cents(outsideCents + asked);
  }
  const insideCount = inside.size;
  return { insideCount, insideCents, outsideCount: waiting.length - insideCount, outsideCents, inside };
}
