import { deadlineWhenFiled } from "@/lib/calendar/terms";
import { type Day, dayOf } from "@/lib/dates";
import { type Cents, formatMoney } from "@/lib/money";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { type OwnGrant, periodStart, receivedBefore } from "@/lib/state-aid/ledger";
import type { AidSector } from "@/lib/state-aid/regulations";
import { check } from "./check";
import type { Rules } from "./rules";

/** The ceiling of an undertaking's sector with its source, in cents. */
export function deMinimisLimit(rules: Rules, sector: AidSector): { cents: Cents; source: string } {
  const { deMinimisLimitCents: general, deMinimisSectorLimitsCents: lower } = rules;
  return sector === "general"
    ? { cents: general.value, source: general.source }
    : { cents: lower.value[sector], source: lower.source };
}

/** The aid of an undertaking with this award, when it is granted on this day, and its ceiling, in cents. */
export function aidWith(
  rules: Rules,
  { sector, aid }: CheckContext["filing"]["stateAid"],
  own: readonly OwnGrant[],
  awardCents: Cents,
  grantOn: Day,
) {
  return {
    sumCents: (receivedBefore(aid, own, grantOn) + awardCents) as Cents,
    limitCents: deMinimisLimit(rules, sector).cents,
    since: periodStart(grantOn),
  };
}

/**
 * W11: aid of three years plus this grant stays within the ceiling; attention above 90 %. The day of the grant is
 * not known yet. Counted back from today most aid counts; when it would fit only counted back from the last day to
 * decide, it depends on the day of the decision.
 */
export function deMinimis(rules: Rules, context: CheckContext, total: Cents): Check {
  const { filing, history, window, now } = context;
  const { sector, aid } = filing.stateAid;
  const limit = deMinimisLimit(rules, sector);
  const today = dayOf(now);
  const lastDay = deadlineWhenFiled(window, now);
  const received = receivedBefore(aid, history.ownGrants, today);
  const sum = (received + total) as Cents;
  const [, grantOn = today] = [today, lastDay].sort();
  const least = receivedBefore(aid, history.ownGrants, grantOn) + total;
  const values = {
    sum: formatMoney(sum),
    limit: formatMoney(limit.cents),
    received: formatMoney(received),
    since: periodStart(today),
  };
  if (least > limit.cents) return check("de_minimis", "fail", limit.source, values);
  if (sum > limit.cents)
    return check("de_minimis", "attention", limit.source, values, { variant: "depends" });
  const isNear = sum * 100 > limit.cents * rules.deMinimisAttentionPercent.value;
  return check("de_minimis", isNear ? "attention" : "pass", limit.source, values);
}
