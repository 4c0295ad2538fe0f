import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { StoredDraft } from "@/lib/answers/draft";
import { type HandlingRefusal, lockForMove } from "@/lib/applications/commands/lock-for-move";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { newestRequest } from "@/lib/completion/commands/open-request";
import { dayOf } from "@/lib/dates";
import { mayNotTreat, type NotTreatRefusal } from "@/lib/decisions/not-treating";
import type { notTreatingSchema } from "@/lib/decisions/schema";
import { whyNotTreated } from "@/lib/decisions/why-not-treated";
import { cents } from "@/lib/money";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * A reviewer proposes to leave an application untreated because it stayed incomplete; a decider, always another person,
 * confirms or returns it. Its reasons come from the request to complete. Refused without such a request, and after the
 * four weeks for this decision (Awb 4:5(4)). Throws NotFound.
 */
export async function proposeNotTreating(
  actor: Staff,
  input: z.output<typeof notTreatingSchema>,
): Promise<Result<{ proposalId: string }, HandlingRefusal | NotTreatRefusal>> {
  return asActor(actor, async (tx, now) => {
    const locked = await lockForMove(tx, actor, "propose", input);
    if (!locked.ok) return locked;
    const { id, answers } = locked.value;
    const request = await newestRequest(tx, id);
    const may = mayNotTreat(request, dayOf(now), await readEquatedDays(tx));
    if (!may.ok) return may;
    if (!request) return refuse({ reason: "never-asked-to-complete" });
    const { trajectories } = await unseal<StoredDraft>(answers, answersOfApplication(id));
    const asked = { ...request, trajectoryKeys: trajectories.map(({ key }) => key) };
    const version = await moveApplication(tx, actor, "propose", locked.value, {
      payload: { outcome: "not_treat", amountCents: 0 },
    });
    const [row] = await tx
      .insert(proposals)
      .values({
        applicationId: id,
        applicationVersion: version,
        outcome: "not_treat",
        lines: [],
        amountCents: cents(0),
        grounds: [may.value.ground],
        explanation: whyNotTreated(asked, input.missing),
        proposedBy: actor.personId,
      })
      .returning({ id: proposals.id });
    if (!row) throw new Error("no proposal was made");
    return ok({ proposalId: row.id });
  });
}
