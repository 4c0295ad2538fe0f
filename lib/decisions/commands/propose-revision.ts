import "server-only";
import { asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { proposals, trajectories } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { isOwnEmployer } from "@/lib/applications/queries/is-tied";
import { recordEvent } from "@/lib/audit/record";
import { type Day, dayOf } from "@/lib/dates";
import { isOpen } from "@/lib/decisions/hearing";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { newestDecision } from "@/lib/decisions/queries/newest-decision";
import { groundsToLower, loweredTo, mayPropose, type RevisionRefusal } from "@/lib/decisions/revision";
import type { revisionSchema } from "@/lib/decisions/schema";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import { awardFor, awardTotal } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import type { LoweringGround } from "@/lib/vocabulary/grounds";

export type ProposeRevisionRefusal =
  | RevisionRefusal
  | { reason: "not-yours-to-do" }
  | { reason: "own-employer" }
  | { reason: "revision-open" };

type Input = z.output<typeof revisionSchema>;

/**
 * A reviewer proposes to lower a grant to the trajectories that stay (Awb 4:48), or to grant after an upheld objection;
 * amounts are computed. Refused for one's own employer, without a change, while another revision is open, and for a
 * lowering without a hearing or a request of the employer (Awb 4:8). Throws NotFound.
 */
export async function proposeRevision(
  actor: Staff,
  input: Input,
): Promise<Result<{ proposalId: string }, ProposeRevisionRefusal>> {
  try {
    return await asActor(actor, async (tx, now) => {
      if (await isOwnEmployer(tx, input.applicationId)) return refuse({ reason: "own-employer" });
      const application = await lockApplication(tx, input.applicationId);
      if (!actor.roles.includes("reviewer") || !mayPropose(input.revision, application.state))
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

type Revised = { lines: AwardLine[]; grounds: LoweringGround[] };

async function revise(
  tx: Tx,
  application: ApplicationRow,
  { revision, keep, askedOn }: Input,
  today: Day,
): Promise<Result<Revised, RevisionRefusal>> {
  const last = await newestDecision(tx, application.id);
  if (!last) throw new NotFound(`decision on ${application.id}`);
  const told = await intentionsOf(tx, application.id);
  if (told.some((each) => each.kind === "lowering" && isOpen(each)))
    return refuse({ reason: "hearing-open" });
  if (revision === "lower") {
    const lines = loweredTo(last.lines, keep);
    if (!lines.ok) return lines;
    const decision = { decidedOn: last.decidedOn, version: application.version, today };
    const grounds = groundsToLower(told, decision, { keep, askedOn });
    return grounds.ok ? ok({ lines: lines.value, grounds: grounds.value }) : grounds;
  }
  const requested = await tx
    .select({ number: trajectories.number, track: trajectories.track })
    .from(trajectories)
    .where(eq(trajectories.applicationId, application.id))
    .orderBy(asc(trajectories.number));
  const lines = awardFor(rulesFor(application.rulesVersion), requested);
  return awardTotal(lines) > last.amountCents
    ? ok({ lines, grounds: [] })
    : refuse({ reason: "nothing-to-grant" });
}

async function write(
  tx: Tx,
  actor: Staff,
  { id, version }: ApplicationRow,
  { revision, explanation, askedOn }: Input,
  { lines, grounds }: Revised,
): Promise<string> {
  const amountCents = awardTotal(lines);
  const lowered = lines.length === 0 ? ("refuse" as const) : ("grant_in_part" as const);
  const [row] = await tx
    .insert(proposals)
    .values({
      applicationId: id,
      applicationVersion: version,
      outcome: revision === "lower" ? lowered : "grant",
      ...{ lines, amountCents, explanation, grounds },
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
