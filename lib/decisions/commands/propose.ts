import "server-only";
import { asc, eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { proposals, trajectories } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type ProposalRefusal, proposalFor } from "@/lib/decisions/proposal";
import { checksOf } from "@/lib/decisions/queries/checks-of";
import { heardOn } from "@/lib/decisions/queries/heard-on";
import type { proposalSchema } from "@/lib/decisions/schema";
import { ok, type Result } from "@/lib/result";
import { rulesFor } from "@/lib/schemes/rules";
import type { Check } from "@/lib/schemes/scheme";
import { type HandlingRefusal, lockForMove, makeMove } from "./handle";

/** A reviewer proposes what to grant; a decider, always another person, confirms or returns it. */
export async function propose(
  actor: Staff,
  input: z.output<typeof proposalSchema>,
): Promise<Result<{ proposalId: string }, HandlingRefusal | ProposalRefusal>> {
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
    const version = await makeMove(tx, actor, "propose", application, {
      payload: { outcome: proposal.value.outcome, amountCents: proposal.value.amountCents },
    });
    const [row] = await tx
      .insert(proposals)
      .values({
        ...proposal.value,
        ...countsOf(checks),
        applicationId: application.id,
        applicationVersion: version,
        proposedBy: actor.personId,
      })
      .returning({ id: proposals.id });
    if (!row) throw new Error("no proposal was made");
    return ok({ proposalId: row.id });
  });
}

/** How many checks asked for a look and how many failed; not known when nothing could be checked. */
function countsOf(checks: readonly Check[]) {
  const count = (wanted: Check["outcome"]) =>
    checks.length === 0 ? null : checks.filter(({ outcome }) => outcome === wanted).length;
  return { attention: count("attention"), failed: count("fail") };
}
