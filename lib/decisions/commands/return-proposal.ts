import "server-only";
import { eq } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import type { returnSchema } from "@/lib/decisions/schema";
import { ok, type Result, refuse } from "@/lib/result";
import { openProposal } from "./decide";

/** A decider sends a proposal back to review, with a reason. Refused for one's own proposal. */
export async function returnProposal(
  actor: Staff,
  input: z.output<typeof returnSchema>,
): Promise<Result<{ returned: true }, HandlingRefusal | { reason: "own-proposal" }>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "return", input);
    if (!locked.ok) return locked;
    const proposal = await openProposal(tx, locked.value);
    if (proposal.proposedBy === actor.personId) return refuse({ reason: "own-proposal" });
    await moveApplication(tx, actor, "return", locked.value);
    await tx
      .update(proposals)
      .set({ returnedBy: actor.personId, returnedAt: now, returnReason: input.reason })
      .where(eq(proposals.id, proposal.id));
    return ok({ returned: true });
  });
}
