import "server-only";
import { asActor, type Tx } from "@/db/client";
import { proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { type Day, dayOf } from "@/lib/dates";
import { isOpen } from "@/lib/decisions/hearing";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { newestDecision } from "@/lib/decisions/queries/newest-decision";
import { requestedAward } from "@/lib/decisions/queries/requested-award";
import {
  grantedAfter,
  groundsToLower,
  loweredTo,
  mayPropose,
  outcomeOf,
  type RevisionRefusal,
} from "@/lib/decisions/revision";
import type { RevisionInput as Input } from "@/lib/decisions/schema";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal } from "@/lib/schemes/award";
import type { LoweringGround } from "@/lib/vocabulary/grounds";
import type { Outcome } from "@/lib/vocabulary/outcomes";

export type ProposeRevisionRefusal =
  | RevisionRefusal
  | { reason: "not-yours-to-do" }
  | { reason: "own-employer" }
  | { reason: "revision-open" };

/**
 * A reviewer proposes to lower the grant in force (Awb 4:48), or to grant more after an upheld objection (Awb 7:11), per
 * trajectory. Refused for one's own employer, without a change, above what the trajectories are worth together, while
 * another revision is open, and for a lowering without a hearing or a request of the employer (Awb 4:8). Throws
 * NotFound.
 */
export async function proposeRevision(
  actor: Staff,
  input: Input,
): Promise<Result<{ proposalId: string }, ProposeRevisionRefusal>> {
  try {
    return await asActor(actor, async (tx, now) => {
      if (await isOwnEmployer(tx, input.applicationId)) return refuse({ reason: "own-employer" });
      const application = await lockApplication(tx, input.applicationId);
      if (!actor.roles.includes("reviewer") || !mayPropose(input.revision, application))
        return refuse({ reason: "not-yours-to-do" });
      const revised = await revise(tx, application, input, dayOf(now));
      return revised.ok
        ? ok({ proposalId: await write(tx, actor, application, input, revised.value) })
        : revised;
    });
  } catch (error) {
    if (violatedConstraint(error) === "proposals_one_per_version") return refuse({ reason: "revision-open" });
    throw error;
  }
}

type Revised = { outcome: Outcome; lines: AwardLine[]; grounds: LoweringGround[] };

async function revise(
  tx: Tx,
  application: ApplicationRow,
  { revision, keep, amounts, askedOn }: Input,
  today: Day,
): Promise<Result<Revised, RevisionRefusal>> {
  const last = await newestDecision(tx, application.id);
  if (!last) throw new NotFound(`decision on ${application.id}`);
  const told = await intentionsOf(tx, application.id);
  if (told.some((each) => each.kind === "lowering" && isOpen(each)))
    return refuse({ reason: "hearing-open" });
  const requested = await requestedAward(tx, application);
  const change = revision === "lower" ? loweredTo : grantedAfter;
  const lines = change(requested, last.lines, { keep, amounts });
  if (!lines.ok) return lines;
  const outcome = outcomeOf(lines.value, requested);
  if (revision === "grant_on_objection") return ok({ outcome, lines: lines.value, grounds: [] });
  const decision = { decidedOn: last.decidedOn, version: application.version, today };
  const grounds = groundsToLower(told, decision, { lines: lines.value, askedOn });
  return grounds.ok ? ok({ outcome, lines: lines.value, grounds: grounds.value }) : grounds;
}

async function write(
  tx: Tx,
  actor: Staff,
  { id, version }: ApplicationRow,
  { revision, explanation, askedOn }: Input,
  { outcome, lines, grounds }: Revised,
): Promise<string> {
  const amountCents = awardTotal(lines);
  const [row] = await tx
    .insert(proposals)
    .values({
      applicationId: id,
      applicationVersion: version,
      ...{ outcome, lines, amountCents, explanation, grounds },
      askedOn: revision === "lower" ? askedOn : undefined,
      proposedBy: actor.personId,
    })
    .returning({ id: proposals.id });
  if (!row) throw new Error("no proposal was made");
  await recordEvent(tx, actor, {
    type: `revision.propose_${revision}`,
    stream: `application:${id}`,
    applicationId: id,
    payload: { amountCents, grounds, ...(askedOn && { askedOn }) },
  });
  return row.id;
}
