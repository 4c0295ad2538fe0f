import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { trajectories } from "@/db/schema";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { allocate, type CeilingReached } from "@/lib/budget/allocation";
import { ceilingOf } from "@/lib/budget/ceiling";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import type { Day } from "@/lib/dates";
import { isForWantOfMoney } from "@/lib/decisions/reconsidering";
import { type Cents, sumCents } from "@/lib/money";
import { ceilingPolicyOf, partThatFits } from "@/lib/order/ceiling-policy";
import { takesTurn } from "@/lib/order/queries/queue";
import type { OutOfTurn } from "@/lib/order/turn";
import { ok, type Result, refuse } from "@/lib/result";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";

export type MoneyFree = { reason: "money-came-free"; reference: string };

/** What it asks, and the part of that for which money is free now; locks the ceilings. */
async function room(tx: Tx, application: ApplicationRow, today: Day) {
  const requested = await tx
    .select({ number: trajectories.number, track: trajectories.track })
    .from(trajectories)
    .where(eq(trajectories.applicationId, application.id))
    .orderBy(asc(trajectories.number));
  const award = awardFor(rulesFor(application.rulesVersion), requested);
  const budget = {
    leaf: application.lineId,
    lines: await lockCeilings(tx, ceilingOf(application), application.submittedAt),
  };
  const { lastInRank } = ceilingPolicyOf(application.rulesVersion);
  return { award, budget, part: partThatFits(award, budget.leaf, budget.lines, today, lastInRank) };
}

/** Whether money is free for it, or a part of it, that no earlier application could use; under the lock of the ceilings. */
export async function hasRoom(
  tx: Tx,
  application: ApplicationRow,
  today: Day,
): Promise<Result<true, CeilingReached | OutOfTurn>> {
  const { award, budget, part } = await room(tx, application, today);
  if (part.length > 0) return takesTurn(tx, application, part, budget);
  const whole = allocate(award, budget.leaf, budget.lines, today);
  return whole.ok ? refuse({ reason: "no-ceiling", line: budget.leaf }) : whole;
}

/**
 * Whether a decision for want of money alone awards all that there is (Awb 4:25(2)). Refused when more fits and it is
 * its turn, when its day must be drawn first, and during a window lottery; other decisions pass.
 */
export async function awardsWhatFits(
  tx: Tx,
  application: ApplicationRow,
  decision: { grounds: readonly string[]; amountCents: Cents },
  today: Day,
): Promise<Result<true, MoneyFree | OutOfTurn>> {
  if (!isForWantOfMoney(decision)) return ok(true);
  const { budget, part } = await room(tx, application, today);
  if (sumCents(part.map(({ amountCents }) => amountCents)) <= decision.amountCents) return ok(true);
  const turn = await takesTurn(tx, application, part, budget);
  if (turn.ok) return refuse({ reason: "money-came-free", reference: application.reference ?? "" });
  return turn.refusal.reason === "would-overtake" ? ok(true) : turn;
}
