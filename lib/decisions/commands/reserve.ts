import "server-only";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { allocate, type CeilingReached } from "@/lib/budget/allocation";
import { ceilingOf } from "@/lib/budget/ceiling";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import { reserveEndOf } from "@/lib/calendar/queries/reserve-end";
import { type DayTurned, isOfToday, type ShownOn } from "@/lib/concepts/shown-date";
import { type Day, dayOf } from "@/lib/dates";
import type { confirmationSchema } from "@/lib/decisions/schema";
import { ceilingPolicyOf, partThatFits } from "@/lib/order/ceiling-policy";
import { standsBehindReserve, takesTurn } from "@/lib/order/queries/queue";
import type { OutOfTurn } from "@/lib/order/turn";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { openProposal } from "./decide";

export type ReserveRefusal =
  | HandlingRefusal
  | { reason: "own-proposal" }
  | { reason: "still-fits" }
  | { reason: "part-fits" }
  | { reason: "reserve-list-ended"; endsOn: Day }
  | DayTurned
  | CeilingReached
  | OutOfTurn;

/**
 * A decider puts an application past the ceiling on the reserve list, and its contacts are told. Refused after the end of
 * the list, when it is its turn and a part of it fits, when its day must be drawn first, and when an earlier application
 * is still in review.
 */
export function reserve(
  actor: Staff,
  input: z.output<typeof confirmationSchema> & ShownOn,
): Promise<Result<{ version: number }, ReserveRefusal>> {
  return asActor(actor, async (tx, now) => {
    const application = await lockForMove(tx, actor, "reserve", input);
    if (!application.ok) return application;
    const proposal = await openProposal(tx, application.value);
    if (proposal.proposedBy === actor.personId) return refuse({ reason: "own-proposal" });
    if (!isOfToday(input, now)) return refuse({ reason: "day-turned" });
    const endsOn = await reserveEndOf(tx, application.value.id);
    if (endsOn < dayOf(now)) return refuse({ reason: "reserve-list-ended", endsOn });
    const past = await isPastCeiling(tx, application.value, proposal.lines, dayOf(now));
    if (!past.ok) return past;
    const version = await moveApplication(tx, actor, "reserve", application.value, {
      payload: { endsOn },
    });
    await enqueueLetter(tx, { kind: "reserve", applicationId: application.value.id, about: String(version) });
    return ok({ version });
  });
}

async function isPastCeiling(
  tx: Tx,
  application: ApplicationRow,
  award: AwardLine[],
  today: Day,
): Promise<Result<true, ReserveRefusal>> {
  if (award.length === 0) return refuse({ reason: "still-fits" });
  const leaf = application.lineId;
  const lines = await lockCeilings(tx, ceilingOf(application), application.submittedAt);
  const whole = allocate(award, leaf, lines, today);
  if (!whole.ok && whole.refusal.reason === "no-ceiling") return whole;
  const { lastInRank } = ceilingPolicyOf(application.rulesVersion);
  const part = partThatFits(award, leaf, lines, today, lastInRank);
  if (part.length === 0) return ok(true);
  const turn = await takesTurn(tx, application, part, { leaf, lines });
  if (turn.ok) return refuse({ reason: whole.ok ? "still-fits" : "part-fits" });
  const isBehind = turn.refusal.reason === "would-overtake" && (await standsBehindReserve(tx, application));
  return isBehind ? ok(true) : turn;
}
