import { Temporal } from "temporal-polyfill";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { ZONE } from "@/lib/day";
import type { Cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import { assumedIn } from "@/lib/schemes/assumed";
import { keepsNumberWithoutBase } from "@/lib/schemes/person-checks";
import { ALL_RULES, rulesFor } from "@/lib/schemes/rules";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import type { Distribution } from "@/lib/vocabulary/distribution";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { type TermFrom, usualTermFrom } from "@/lib/vocabulary/term-from";

/**
 * A window is made known, with its ceiling and its distribution, before it opens (Awb 4:26, 4:27), and never changes
 * afterwards. One budget holder proposes it, another publishes it.
 */
export const PLAN_STATES = ["draft", "proposed", "published", "dropped"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** The fields of a plan: the ceiling that it divides, days in the Netherlands, weeks to decide in. */
export type WrittenPlan = {
  scheme: Scheme;
  ceiling: Ceiling;
  opensOn: Day;
  closesOn: Day;
  distribution: Distribution;
  decisionWeeks: number;
  /** Undefined: the usual one for this distribution. */
  termFrom?: TermFrom | undefined;
  /** Undefined: the reserve list ends on the last day to decide. */
  reserveUntil?: Day | null | undefined;
  rulesVersion: string;
  publication: string;
  publishedOn: Day;
};

/** A window of the same scheme that is published already. */
export type OtherWindow = { id: string; opensAt: Date; closesAt: Date };

/**
 * The facts by which a plan is judged: the scheme of its budget line, the amount of its ceiling (cents), and the other
 * windows of its scheme.
 */
export type Around = {
  today: Day;
  lineScheme: Scheme | undefined;
  ceilingCents: Cents | undefined;
  others: readonly OtherWindow[];
  /** Whether this is the demo, in which amounts and conditions may be assumptions. */
  isDemo: boolean;
};

export type PlanRefusal =
  | { reason: "opens-too-early" }
  | { reason: "closes-before-opening" }
  | { reason: "closes-in-another-year"; year: number }
  | { reason: "reserve-ends-too-early"; closesOn: Day }
  | { reason: "published-later"; today: Day }
  | { reason: "rules-of-another-scheme" }
  | { reason: "rules-assumed"; names: string[] }
  | { reason: "ceiling-of-another-scheme" }
  | { reason: "no-ceiling-for-year"; year: number }
  | { reason: "overlaps"; opensOn: Day; closesOn: Day };

/** A plan as it is stored: with its moments and the ceiling that is made known with it. */
export type Plan = Omit<WrittenPlan, "opensOn" | "closesOn" | "ceiling" | "termFrom" | "reserveUntil"> & {
  termFrom: TermFrom;
  reserveUntil: Day | null;
  lineId: LineId;
  year: number;
  opensAt: Date;
  closesAt: Date;
  ceilingCents: Cents;
};

/** As the windows of SOWIS 2025 and 2026: from nine in the morning until five in the afternoon. */
const OPENS = "09:00";
const CLOSES = "17:00";

const at = (day: Day, time: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE).epochMilliseconds);

/** The rules that a window can have, the newest first; without examples that keep a number on an assumed base. */
export const rulesVersionsOf = (scheme: Scheme): string[] =>
  ALL_RULES.filter((rules) => rules.scheme === scheme && !keepsNumberWithoutBase(rules))
    .map(({ id }) => id)
    .reverse();

/**
 * Whether a plan can become a window: it divides a ceiling of its scheme and closes in the year of that ceiling, opens
 * after today and is made known by today, has rules of its scheme, outside the demo without assumptions, and does not overlap another window of the scheme.
 */
export function planOf(
  written: WrittenPlan,
  { today, lineScheme, ceilingCents, others, isDemo }: Around,
): Result<Plan, PlanRefusal> {
  const { opensOn, closesOn, ceiling, ...rest } = written;
  const { termFrom = usualTermFrom(written.distribution), reserveUntil = null } = written;
  const { line: lineId, year } = ceiling;
  if (lineScheme !== written.scheme) return refuse({ reason: "ceiling-of-another-scheme" });
  if (opensOn <= today) return refuse({ reason: "opens-too-early" });
  if (closesOn < opensOn) return refuse({ reason: "closes-before-opening" });
  if (yearOf(closesOn) !== year) return refuse({ reason: "closes-in-another-year", year });
  if (reserveUntil !== null && reserveUntil < closesOn)
    return refuse({ reason: "reserve-ends-too-early", closesOn });
  if (written.publishedOn > today) return refuse({ reason: "published-later", today });
  if (!rulesVersionsOf(written.scheme).includes(written.rulesVersion))
    return refuse({ reason: "rules-of-another-scheme" });
  const assumed = isDemo ? [] : assumedIn(rulesFor(written.rulesVersion));
  if (assumed.length > 0) return refuse({ reason: "rules-assumed", names: assumed });
  if (ceilingCents === undefined) return refuse({ reason: "no-ceiling-for-year", year });
  const plan = {
    ...rest,
    termFrom,
    reserveUntil,
    year,
    opensAt: at(opensOn, OPENS),
    closesAt: at(closesOn, CLOSES),
    lineId,
    ceilingCents,
  };
  const other = others.find((window) => window.opensAt <= plan.closesAt && window.closesAt >= plan.opensAt);
  return other
    ? refuse({ reason: "overlaps", opensOn: dayOf(other.opensAt), closesOn: dayOf(other.closesAt) })
    : ok(plan);
}
