import "server-only";
import { asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { proposals, trajectories } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { newestDecision } from "@/lib/decisions/queries/newest-decision";
import { loweredTo, mayPropose, type Revision, type RevisionRefusal } from "@/lib/decisions/revision";
import type { revisionSchema } from "@/lib/decisions/schema";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { awardFor, awardTotal } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import type { AwardLine } from "@/lib/schemes/scheme";
import { isOwnEmployer } from "./handle";

export type ProposeRevisionRefusal =
  | RevisionRefusal
  | { reason: "not-yours-to-do" }
  | { reason: "own-employer" }
  | { reason: "revision-open" };

/**
 * A reviewer proposes a decision that takes the place of the last one: to lower a grant to the trajectories that stay
 * (Awb 4:48), or to grant after an upheld objection. Amounts are computed. Nothing changes until a decider confirms.
 * Refused for one's own employer, when nothing would change, and while another one is open. Throws NotFound.
 */
export async function proposeRevision(
  actor: Staff,
  input: z.output<typeof revisionSchema>,
): Promise<Result<{ proposalId: string }, ProposeRevisionRefusal>> {
  try {
    return await asActor(actor, async (tx) => {
      const application = await lockApplication(tx, input.applicationId);
      if (!actor.roles.includes("reviewer") || !mayPropose(input.revision, application.state))
        return refuse({ reason: "not-yours-to-do" });
      if (await isOwnEmployer(tx, actor, application.organisationId))
        return refuse({ reason: "own-employer" });
      const lines = await revisedLines(tx, application, input.revision, input.keep);
      return lines.ok ? ok({ proposalId: await write(tx, actor, application, input, lines.value) }) : lines;
    });
  } catch (error) {
    if (violatedConstraint(error) === "proposals_one_per_version") return refuse({ reason: "revision-open" });
    throw error;
  }
}

async function revisedLines(
  tx: Tx,
  application: ApplicationRow,
  revision: Revision,
  keep: readonly number[],
): Promise<Result<AwardLine[], RevisionRefusal>> {
  const last = await newestDecision(tx, application.id);
  if (!last) throw new NotFound(`decision on ${application.id}`);
  if (revision === "lower") return loweredTo(last.lines, keep);
  const requested = await tx
    .select({ number: trajectories.number, track: trajectories.track })
    .from(trajectories)
    .where(eq(trajectories.applicationId, application.id))
    .orderBy(asc(trajectories.number));
  const lines = awardFor(rulesFor(application.rulesVersion), requested);
  return awardTotal(lines) > last.amountCents ? ok(lines) : refuse({ reason: "nothing-to-grant" });
}

async function write(
  tx: Tx,
  actor: Staff,
  { id, version }: ApplicationRow,
  { revision, explanation }: z.output<typeof revisionSchema>,
  lines: AwardLine[],
): Promise<string> {
  const amountCents = awardTotal(lines);
  const lowered = lines.length === 0 ? ("refuse" as const) : ("grant_in_part" as const);
  const [row] = await tx
    .insert(proposals)
    .values({
      applicationId: id,
      applicationVersion: version,
      outcome: revision === "lower" ? lowered : "grant",
      ...{ lines, amountCents, explanation, grounds: [] },
      proposedBy: actor.personId,
    })
    .returning({ id: proposals.id });
  if (!row) throw new Error("no proposal was made");
  await recordEvent(tx, actor, {
    type: `revision.propose_${revision}`,
    stream: `application:${id}`,
    applicationId: id,
    payload: { amountCents },
  });
  return row.id;
}
