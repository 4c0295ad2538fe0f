import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { decisions, ledgerEntries, proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { allocate, type CeilingReached } from "@/lib/budget/allocation";
import { ceilingOf } from "@/lib/budget/ceiling";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { newestRequest } from "@/lib/completion/commands/open-request";
import { type DayTurned, isOfToday, type ShownOn } from "@/lib/concepts/shown-date";
import { type Day, dayOf } from "@/lib/dates";
import { mayNotTreat, type NotTreatRefusal } from "@/lib/decisions/not-treating";
import type { Content } from "@/lib/decisions/partial-award";
import type { confirmationSchema } from "@/lib/decisions/schema";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { takesTurn } from "@/lib/order/queries/queue";
import type { OutOfTurn } from "@/lib/order/turn";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { type AidCeilingReached, keepsAidCeiling } from "./aid-ceiling";
import { awardsWhatFits, type MoneyFree } from "./room";

export type DecideRefusal =
  | HandlingRefusal
  | { reason: "own-proposal" }
  | { reason: "all-fits" }
  | { reason: "fits-otherwise" }
  | { reason: "set-ceilings" }
  | { reason: "amount-assumed" }
  | DayTurned
  | NotTreatRefusal
  | MoneyFree
  | AidCeilingReached
  | CeilingReached
  | OutOfTurn;
type Decided = { decisionId: string };
type Seen = z.output<typeof confirmationSchema> & ShownOn;

/** Replaces the proposed outcome under the lock of the ceilings. */
type Instead = (
  tx: Tx,
  application: ApplicationRow,
  proposal: Content,
  today: Day,
) => Promise<Result<Content, DecideRefusal>>;

/** Carries a refusal out of the transaction as an error, so that everything is rolled back. */
export class Rollback extends Error {
  constructor(readonly refusal: DecideRefusal) {
    super(refusal.reason);
  }
}

/**
 * A decider confirms the open proposal: decision, ledger entries on the line and its ancestors, move and event in one
 * transaction. Refused on one's own proposal, past the ceiling (Awb 4:25) or that of de-minimis aid on this day, for want
 * of money while there is money, out of turn (Awb 4:26), too late not to treat (Awb 4:5(4)), and when the letter on screen
 * has the date of an earlier day.
 */
export async function decide(
  actor: Staff,
  input: Seen,
  instead?: Instead,
): Promise<Result<Decided, DecideRefusal>> {
  return decided(asActor(actor, (tx, now) => decideIn(tx, actor, input, now, instead)));
}

/** The outcome of a transaction that decides; errors of its rules and of the database become refusals. */
export async function decided<T, R>(deciding: Promise<Result<T, R>>): Promise<Result<T, R | DecideRefusal>> {
  try {
    return await deciding;
  } catch (error) {
    if (error instanceof Rollback) return refuse(error.refusal);
    const constraint = violatedConstraint(error);
    if (constraint === "decisions_four_eyes") return refuse({ reason: "own-proposal" });
    if (constraint === "decisions_not_by_who_set_ceilings") return refuse({ reason: "set-ceilings" });
    if (constraint === "decisions_of_known_amounts") return refuse({ reason: "amount-assumed" });
    if (constraint === "handler_not_own_employer") return refuse({ reason: "own-employer" });
    throw error;
  }
}

/** As `decide`, in the caller's transaction, which runs inside `decided`. */
export async function decideIn(
  tx: Tx,
  actor: Staff,
  input: Seen,
  now: Date,
  instead?: Instead,
): Promise<Result<Decided, DecideRefusal>> {
  const application = await lockForMove(tx, actor, "grant", input);
  if (!application.ok) return application;
  const proposal = await openProposal(tx, application.value);
  if (proposal.proposedBy === actor.personId) return refuse({ reason: "own-proposal" });
  if (!isOfToday(input, now)) return refuse({ reason: "day-turned" });
  const today = dayOf(now);
  const content = instead ? await instead(tx, application.value, proposal, today) : ok(proposal);
  if (!content.ok) return content;
  const { outcome, lines, amountCents, grounds, explanation } = content.value;
  const { proposedBy } = proposal;
  if (outcome === "not_treat") {
    const request = await newestRequest(tx, application.value.id);
    const may = mayNotTreat(request, today, await readEquatedDays(tx));
    if (!may.ok) return may;
  }
  const aid = await keepsAidCeiling(tx, application.value, amountCents, today);
  if (!aid.ok) return aid;
  const lacks = await awardsWhatFits(tx, application.value, content.value, today);
  if (!lacks.ok) return lacks;
  const applicationVersion = await moveApplication(tx, actor, outcome, application.value, {
    set: { awardedCents: amountCents },
    payload: { outcome, amountCents },
  });
  const [[decision]] = await Promise.all([
    tx
      .insert(decisions)
      .values({
        ...{ outcome, lines, amountCents, grounds, explanation, proposedBy },
        applicationId: application.value.id,
        applicationVersion,
        proposalId: proposal.id,
        organisationId: application.value.organisationId,
        decidedBy: actor.personId,
        decidedOn: today,
      })
      .returning({ id: decisions.id }),
    enqueueLetter(tx, {
      kind: "decision",
      applicationId: application.value.id,
      about: String(applicationVersion),
    }),
  ]);
  if (!decision) throw new Error("no decision was made");
  if (lines.length > 0) {
    const entries = await commitments(tx, actor, application.value, decision.id, lines, today);
    await tx.insert(ledgerEntries).values(entries);
  }
  return ok({ decisionId: decision.id });
}

/** The entries to book, computed under the lock of the ceilings, which lasts until the transaction ends. */
async function commitments(
  tx: Tx,
  actor: Staff,
  application: ApplicationRow,
  decisionId: string,
  lines: AwardLine[],
  today: Day,
): Promise<(typeof ledgerEntries.$inferInsert)[]> {
  const leaf = application.lineId;
  const locking = lockCeilings(tx, ceilingOf(application), application.submittedAt);
  const budget = locking.then((ceilings) => ({ leaf, lines: ceilings }));
  const [ceilings, turn] = await Promise.all([locking, takesTurn(tx, application, lines, budget)]);
  const entries = allocate(lines, leaf, ceilings, today);
  if (!entries.ok) throw new Rollback(entries.refusal);
  if (!turn.ok) throw new Rollback(turn.refusal);
  return entries.value.map(({ line, year, trajectory, amountCents }) => ({
    ...{ lineId: line, year, trajectory, amountCents, decisionId },
    kind: "commitment",
    applicationId: application.id,
    byPersonId: actor.personId,
  }));
}

/** The open proposal; throws NotFound when the application has none. */
export async function openProposal(tx: Tx, application: ApplicationRow) {
  const [proposal] = await tx
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.applicationId, application.id),
        eq(proposals.applicationVersion, application.version),
        isNull(proposals.returnedBy),
      ),
    );
  if (!proposal) throw new NotFound(`open proposal of ${application.id}`);
  return proposal;
}
