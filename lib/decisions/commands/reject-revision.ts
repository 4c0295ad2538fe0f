import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import type { Rewritten } from "@/lib/concepts/concept";
import type { rejectionSchema } from "@/lib/decisions/schema";
import { ok, type Result, refuse } from "@/lib/result";
import { can } from "@/lib/vocabulary/lifecycle";

type Refusal =
  | { reason: "not-yours-to-do" }
  | { reason: "own-employer" }
  | { reason: "own-proposal" }
  | Rewritten;

/**
 * A decider turns down the revision on screen, with a reason: the decision in force stays as it is. Refused when that
 * revision is not open any more. Throws NotFound.
 */
export function rejectRevision(
  actor: Staff,
  input: z.output<typeof rejectionSchema>,
): Promise<Result<{ rejected: true }, Refusal>> {
  return asActor(actor, async (tx, now) => {
    if (await isOwnEmployer(tx, input.applicationId)) return refuse({ reason: "own-employer" });
    const { id, version, state } = await lockApplication(tx, input.applicationId);
    const isDecided = can("lower", state, actor.roles) || can("grant_on_objection", state, actor.roles);
    if (!isDecided) return refuse({ reason: "not-yours-to-do" });
    const open = and(
      ...[eq(proposals.id, input.proposalId), eq(proposals.applicationId, id)],
      ...[eq(proposals.applicationVersion, version), isNull(proposals.returnedBy)],
    );
    const [proposal] = await tx.select({ by: proposals.proposedBy }).from(proposals).where(open);
    if (!proposal) return refuse({ reason: "rewritten" });
    if (proposal.by === actor.personId) return refuse({ reason: "own-proposal" });
    await tx
      .update(proposals)
      .set({ returnedBy: actor.personId, returnedAt: now, returnReason: input.reason })
      .where(open);
    await recordEvent(tx, actor, {
      type: "revision.reject",
      stream: `application:${id}`,
      applicationId: id,
    });
    return ok({ rejected: true });
  });
}
