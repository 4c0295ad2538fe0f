import { freeCents } from "@/lib/budget/allocation";
import type { Day } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";
import { type Budget, fitsTogether, type Mix, type OutOfTurn, type Queue, turnOf } from "@/lib/order/turn";
import { type Result, refuse } from "@/lib/result";

/** Clean proposals of one rank day that are granted at once: their number and total amounts. */
export type BulkSet = Mix & { count: number };

export type BulkSetRefusal =
  | { reason: "nothing-to-grant" }
  | { reason: "set-changed" }
  | { reason: "bulk-too-much"; count: number; askedCents: Cents; freeCents: Cents }
  | Exclude<OutOfTurn, { reason: "would-overtake" }>
  | (Omit<Extract<OutOfTurn, { reason: "would-overtake" }>, "reason"> & { reason: "bulk-would-overtake" });

/** The queue before the last of the set, without the others of the set: applications that can still use the money. */
export function queueBesides(queue: Queue, set: BulkSet, last: Mix, isDrawn: boolean): Queue {
  const without = <C extends Queue["equals"]>(claims: C): C => ({
    ...claims,
    count: claims.count - (set.count - 1),
    generalCents: cents(claims.generalCents - (set.generalCents - last.generalCents)),
    womenCents: cents(claims.womenCents - (set.womenCents - last.womenCents)),
  });
  return isDrawn ? { ...queue, ahead: without(queue.ahead) } : { ...queue, equals: without(queue.equals) };
}

/** Whether all of the set may be granted now: they fit, and leave room for every application before or beside them. */
export function mayGrantInBulk(
  set: BulkSet,
  day: Day,
  besides: Queue,
  budget: Budget,
): Result<true, BulkSetRefusal> {
  if (set.count === 0) return refuse({ reason: "nothing-to-grant" });
  if (fitsTogether(set, budget)) {
    const turn = turnOf(set, day, besides, budget);
    if (turn.ok) return turn;
    const { refusal } = turn;
    return refuse(
      refusal.reason === "would-overtake" ? { ...refusal, reason: "bulk-would-overtake" } : refusal,
    );
  }
  const leaf = budget.lines.find(({ line }) => line === budget.leaf);
  return refuse({
    reason: "bulk-too-much",
    count: set.count,
    askedCents: cents(set.generalCents + set.womenCents),
    freeCents: leaf ? cents(freeCents(leaf) + leaf.reservedCents) : cents(0),
  });
}
