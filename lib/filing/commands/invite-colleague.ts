import "server-only";
import { and, count, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { newId } from "@/db/new-id";
import { invitations } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { MOST_INVITATIONS } from "@/lib/filing/invitation";
import type { InviteRefusal } from "@/lib/filing/refusals";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";
import { keyedHash, seal } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";

/**
 * Mails a colleague to help with a draft. The mail gives no access: its reader signs in and must represent the
 * organisation. The same address twice gets one mail. Refused once it was filed, and after `MOST_INVITATIONS`
 * addresses. Throws NotFound when it is absent or not the actor's.
 */
export async function inviteColleague(
  actor: Employer,
  input: { applicationId: string; email: string },
): Promise<Result<{ invited: true }, InviteRefusal>> {
  demandLevel(actor, "colleague.invite");
  const { applicationId, email } = input;
  const recipientKey = keyedHash("mail", email.toLowerCase());
  return asActor(actor, async (tx) => {
    const { state, organisationId } = await lockOwnApplication(tx, applicationId, actor.organisationId);
    if (state !== "draft") return refuse({ reason: "not-a-draft", state });
    const ofDraft = eq(invitations.applicationId, applicationId);
    const [known] = await tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(ofDraft, eq(invitations.recipientKey, recipientKey)));
    if (known) return ok({ invited: true });
    const [row] = await tx.select({ invited: count() }).from(invitations).where(ofDraft);
    if ((row?.invited ?? 0) >= MOST_INVITATIONS)
      return refuse({ reason: "enough-invited", most: MOST_INVITATIONS });
    const id = await newId(tx);
    const recipient = await seal(email, `invitations.recipient:${id}`);
    await tx
      .insert(invitations)
      .values({ id, applicationId, organisationId, recipient, recipientKey, invitedBy: actor.personId });
    await recordEvent(tx, actor, {
      type: "application.invite",
      stream: `application:${applicationId}`,
      organisationId,
      applicationId,
      payload: { invitation: id },
    });
    await enqueueMail(tx, { kind: "invitation", applicationId, about: id });
    return ok({ invited: true });
  });
}
