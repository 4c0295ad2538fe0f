import "server-only";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { ceilingChanges } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import {
  type ChangeRefusal,
  changeOfAmount,
  type LineNow,
  type NewChange,
  releaseOfEarmark,
  resolutionOf,
  transferOf,
} from "@/lib/budget/ceiling-change";
import { lineNow } from "@/lib/budget/queries/line-now";
import type { amountSchema, releaseSchema, resolutionSchema, transferSchema } from "@/lib/budget/schema";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { violatedConstraint } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";

export type ProposeRefusal = ChangeRefusal | { reason: "not-yours-to-do" } | { reason: "already-open" };
type Proposed = Promise<Result<{ changeId: string }, ProposeRefusal>>;
type Grounds = { line: string; year: number; changeReason: string; publication: string; publishedOn: Day };

/**
 * A budget holder proposes another ceiling (cents) for a line and year, with reason and publication; a second budget
 * holder confirms. Refused below the committed and reserved amount, and while another change of it is open.
 */
export const proposeAmount = (actor: Staff, input: z.output<typeof amountSchema>): Proposed =>
  propose(actor, input, (now, today) => changeOfAmount(now, input.ceiling, today));

/** As `proposeAmount`, for releasing a women's earmark from an earlier day. */
export const proposeRelease = (actor: Staff, input: z.output<typeof releaseSchema>): Proposed =>
  propose(actor, input, (now, today) => releaseOfEarmark(now, input.releasesOn, today));

/** As `proposeAmount`, for the total that binds in a year in which the source contradicts itself. */
export const proposeResolution = (actor: Staff, input: z.output<typeof resolutionSchema>): Proposed =>
  propose(actor, input, (now, today) => resolutionOf(now, input.figure, today));

/**
 * As `proposeAmount`: free money of a year that is over goes to another ceiling. Refused while anybody is undecided on the
 * first, beyond what is free, and when the other is not there.
 */
export const proposeTransfer = (actor: Staff, input: z.output<typeof transferSchema>): Proposed => {
  const { transferTo: target, transferred: amountCents } = input;
  return propose(actor, input, async (now, today, tx) => {
    const there = await lineNow(tx, target.line, target.year);
    const hasTarget = there.isDivided && there.figures !== undefined && target.year >= yearOf(today);
    return transferOf(now, { target, hasTarget, amountCents }, today);
  });
};

async function propose(
  actor: Staff,
  input: Grounds,
  rule: (
    now: LineNow,
    today: Day,
    tx: Tx,
  ) => Result<NewChange, ChangeRefusal> | Promise<Result<NewChange, ChangeRefusal>>,
): Proposed {
  if (!actor.roles.includes("budget_holder")) return refuse({ reason: "not-yours-to-do" });
  try {
    return await asActor(actor, async (tx, now) => {
      const change = await rule(await lineNow(tx, input.line, input.year), dayOf(now), tx);
      return change.ok ? ok({ changeId: await write(tx, actor, input, change.value) }) : change;
    });
  } catch (error) {
    if (violatedConstraint(error) === "ceiling_changes_one_open") return refuse({ reason: "already-open" });
    throw error;
  }
}

async function write(tx: Tx, actor: Staff, input: Grounds, change: NewChange): Promise<string> {
  const { line, year, changeReason: reason, publication, publishedOn } = input;
  const { target, ...kept } = change;
  const [row] = await tx
    .insert(ceilingChanges)
    .values({
      ...kept,
      ...(target && { targetLineId: target.line, targetYear: target.year }),
      ...{ lineId: line, year, reason, publication, publishedOn },
      proposedBy: actor.personId,
    })
    .returning({ id: ceilingChanges.id });
  if (!row) throw new Error("no change was proposed");
  const { kind, fromCents, toCents, releasesOn, figure } = change;
  await recordEvent(tx, actor, {
    type: "ceiling.propose",
    stream: `ceiling:${line}:${year}`,
    payload: {
      changeId: row.id,
      kind,
      fromCents,
      toCents,
      releasesOn,
      figure,
      target,
      publication,
      publishedOn,
    },
  });
  return row.id;
}
