import "server-only";
import { asc, eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { invitations } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { unseal } from "@/lib/privacy/seal";

/** The addresses that were invited to a draft of the actor's organisation, the first one first. */
export const listInvitations = (actor: Employer, applicationId: string): Promise<string[]> =>
  readAs(actor, async (tx) => {
    const rows = await tx
      .select({ id: invitations.id, recipient: invitations.recipient })
      .from(invitations)
      .where(eq(invitations.applicationId, applicationId))
      .orderBy(asc(invitations.invitedAt), asc(invitations.id));
    return Promise.all(
      rows.map(({ id, recipient }) => unseal<string>(recipient, `invitations.recipient:${id}`)),
    );
  });
