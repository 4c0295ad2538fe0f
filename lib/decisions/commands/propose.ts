import "server-only";
import { asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { proposals, trajectories } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { countsOf, settleable } from "@/lib/decisions/manual-checks";
import { type ProposalRefusal, proposalFor } from "@/lib/decisions/proposal";
import { checksOf } from "@/lib/decisions/queries/checks-of";
import { heardOn } from "@/lib/decisions/queries/heard-on";
import type { proposalSchema } from "@/lib/decisions/schema";
import { hasReadStatement } from "@/lib/documents/queries/has-read-statement";
import { ok, type Result, refuse } from "@/lib/result";
import { rulesFor } from "@/lib/schemes/rules";

/**
 * A reviewer proposes what to grant; a decider, always another person, confirms or returns it. The checks that the
 * reviewer settled by hand are kept with it. Refused for a bank statement that this reviewer did not open.
 */
export async function propose(
  actor: Staff,
  input: z.output<typeof proposalSchema>,
): Promise<
  Result<{ proposalId: string }, HandlingRefusal | ProposalRefusal | { reason: "statement-unread" }>
> {
  return asActor(actor, async (tx) => {
    const locked = await lockForMove(tx, actor, "propose", input);
    if (!locked.ok) return locked;
    const application = locked.value;
    const requested = await tx
      .select({ number: trajectories.number, track: trajectories.track })
      .from(trajectories)
      .where(eq(trajectories.applicationId, application.id))
      .orderBy(asc(trajectories.number));
    const proposal = proposalFor(rulesFor(application.rulesVersion), requested, {
      ...input,
      heard: await heardOn(tx, application.id),
    });
    if (!proposal.ok) return proposal;
    const checks = await checksOf(tx, application);
    const manualChecks = settleable(checks).filter((id) => input.manualChecks?.includes(id));
    if (manualChecks.includes("account_name") && !(await hasReadStatement(tx, actor, application.id)))
      return refuse({ reason: "statement-unread" });
    const version = await moveApplication(tx, actor, "propose", application, {
      payload: { outcome: proposal.value.outcome, amountCents: proposal.value.amountCents, manualChecks },
    });
    const [row] = await tx
      .insert(proposals)
      .values({
        ...proposal.value,
        ...countsOf(checks, manualChecks),
        manualChecks,
        applicationId: application.id,
        applicationVersion: version,
        proposedBy: actor.personId,
      })
      .returning({ id: proposals.id });
    if (!row) throw new Error("no proposal was made");
    return ok({ proposalId: row.id });
  });
}
