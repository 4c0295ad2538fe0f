import "server-only";
import { sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { decisions, ledgerEntries } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { ceilingOf } from "@/lib/budget/ceiling";
import { lockCeilings } from "@/lib/budget/queries/line-years";
import type { Rewritten } from "@/lib/concepts/concept";
import { type DayTurned, isOfToday, type ShownOn } from "@/lib/concepts/shown-date";
import { type Day, dayOf } from "@/lib/dates";
import { type Booked, beyondCeiling, type Posting, postingsFor } from "@/lib/decisions/postings";
import { newestDecision } from "@/lib/decisions/queries/newest-decision";
import { moveOf, revisionOf } from "@/lib/decisions/revision";
import type { revisionSeenSchema } from "@/lib/decisions/schema";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { type Cents, cents } from "@/lib/money";
import { enqueueLetter } from "@/lib/outbox/commands/enqueue";
import { ok, type Result, refuse } from "@/lib/result";
import type { MoveName } from "@/lib/vocabulary/lifecycle";
import type { Outcome } from "@/lib/vocabulary/outcomes";
import { openProposal } from "./decide";

export type ConfirmRevisionRefusal =
  | HandlingRefusal
  | { reason: "own-proposal" }
  | { reason: "set-ceilings" }
  | { reason: "first-decider" }
  | Rewritten
  | DayTurned
  | { reason: "no-room-for-place" }
  | { reason: "bound-then"; freeCents: Cents; askedCents: Cents };
type Input = Omit<z.output<typeof revisionSeenSchema>, "shownOn"> & ShownOn;
type Proposal = Awaited<ReturnType<typeof openProposal>>;

const CONSTRAINTS: Record<string, "own-proposal" | "own-employer" | "set-ceilings" | "first-decider"> = {
  decisions_four_eyes: "own-proposal",
  handler_not_own_employer: "own-employer",
  decisions_not_by_who_set_ceilings: "set-ceilings",
  objection_by_another: "first-decider",
};

/**
 * A decider confirms the revision on screen, in one transaction with its entries, move, event and letter job. What a
 * grant after an objection adds is booked on the ceiling as far as there is room, and past it only when the ceiling had
 * room for the whole at the first decision (Awb 4:25(3)). The decider of the decision in force does not confirm it (Awb
 * 10:3(3)). Refused when another revision, or none, is open. Throws NotFound.
 */
export async function confirmRevision(
  actor: Staff,
  input: Input,
): Promise<Result<{ decisionId: string }, ConfirmRevisionRefusal>> {
  try {
    return await asActor(actor, (tx, now) => confirmIn(tx, actor, input, now));
  } catch (error) {
    const reason = CONSTRAINTS[violatedConstraint(error) ?? ""];
    if (reason) return refuse({ reason });
    throw error;
  }
}

async function confirmIn(
  tx: Tx,
  actor: Staff,
  input: Input,
  now: Date,
): Promise<Result<{ decisionId: string }, ConfirmRevisionRefusal>> {
  const before = await openRevision(tx, input.applicationId);
  const locked = await lockForMove(tx, actor, before?.move ?? "lower", input);
  if (!locked.ok) return locked;
  const open = await openRevision(tx, input.applicationId);
  if (!open) return refuse({ reason: "not-yours-to-do" });
  if (open.proposalId !== input.proposalId) return refuse({ reason: "rewritten" });
  if (!isOfToday(input, now)) return refuse({ reason: "day-turned" });
  const { revision, move } = open;
  const application = locked.value;
  const proposal = await openProposal(tx, application);
  if (proposal.proposedBy === actor.personId) return refuse({ reason: "own-proposal" });
  if (!(await newestDecision(tx, application.id))) throw new NotFound(`decision on ${application.id}`);
  const { lineId: leaf, year } = application;
  const ceilings = await lockCeilings(tx, ceilingOf(application), application.submittedAt);
  const booked = await bookedFor(tx, application.id);
  const today = dayOf(now);
  const postings = postingsFor(booked, proposal.lines, { leaf, year, ceilings, today });
  if (beyondCeiling(postings) > 0) {
    if (revision === "lower") return refuse({ reason: "no-room-for-place" });
    const room = await hadRoom(tx, application.id, leaf, proposal.amountCents);
    if (!room.ok) return room;
  }
  return ok({ decisionId: await write(tx, actor, { application, move, proposal, postings, today }) });
}

/** The revision that is open, with its kind and move; undefined when there is none. */
async function openRevision(tx: Tx, applicationId: string) {
  const {
    rows: [row],
  } = await tx.execute<{ proposalId: string; outcome: Outcome; amount: string; awarded: string | null }>(sql`
    select p.id as "proposalId", p.outcome, p.amount_cents as amount, a.awarded_cents as awarded
    from proposals p join applications a on a.id = p.application_id
    where a.id = ${applicationId}::uuid and p.application_version = a.version and p.returned_by is null
      and a.state in ('granted', 'partly_granted', 'lowered', 'refused', 'not_treated')`);
  if (!row) return undefined;
  const revision = revisionOf(cents(Number(row.amount)), cents(Number(row.awarded ?? 0)));
  return { proposalId: row.proposalId, revision, move: moveOf(revision, row.outcome) };
}

type Sum = Omit<Booked, "amountCents"> & { amount: string };

async function bookedFor(tx: Tx, applicationId: string): Promise<Booked[]> {
  const { rows } = await tx.execute<Sum>(sql`
    select line_id as "lineId", year, trajectory, case kind when 'objection' then 'objection' else 'commitment' end as kind,
      sum(amount_cents) as amount
    from ledger_entries where application_id = ${applicationId}::uuid group by 1, 2, 3, 4 having sum(amount_cents) > 0`);
  return rows.map(({ amount, ...row }) => ({ ...row, amountCents: Number(amount) }));
}

/** Whether the ceiling had room for the whole amount at the first decision (Awb 4:25(3)). */
async function hadRoom(
  tx: Tx,
  applicationId: string,
  leaf: string,
  askedCents: Cents,
): Promise<Result<true, ConfirmRevisionRefusal>> {
  const {
    rows: [row],
  } = await tx.execute<{ free: string | null }>(
    sql`select free_at_first_decision(${applicationId}::uuid, ${leaf}) as free`,
  );
  const freeCents = cents(Math.max(0, Number(row?.free ?? 0)));
  return askedCents > freeCents ? refuse({ reason: "bound-then", freeCents, askedCents }) : ok(true);
}

type Written = {
  application: ApplicationRow;
  move: MoveName;
  proposal: Proposal;
  postings: Posting[];
  today: Day;
};

async function write(tx: Tx, actor: Staff, it: Written): Promise<string> {
  const { application, move, proposal, postings, today } = it;
  const { outcome, lines, amountCents, grounds, proposedBy } = proposal;
  const applicationVersion = await moveApplication(tx, actor, move, application, {
    set: { awardedCents: amountCents },
    payload: { outcome, amountCents },
  });
  const [decision] = await tx
    .insert(decisions)
    .values({
      ...{ outcome, lines, amountCents, grounds, proposedBy, applicationVersion },
      explanation: proposal.explanation,
      applicationId: application.id,
      proposalId: proposal.id,
      organisationId: application.organisationId,
      decidedBy: actor.personId,
      decidedOn: today,
    })
    .returning({ id: decisions.id });
  if (!decision) throw new Error("no decision was made");
  if (postings.length > 0)
    await tx.insert(ledgerEntries).values(
      postings.map((posting) => ({
        ...posting,
        applicationId: application.id,
        decisionId: decision.id,
        byPersonId: actor.personId,
      })),
    );
  await enqueueLetter(tx, {
    kind: "decision",
    applicationId: application.id,
    about: String(applicationVersion),
  });
  return decision.id;
}
