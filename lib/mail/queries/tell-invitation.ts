import "server-only";
import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { unseal } from "@/lib/privacy/seal";
import { openDraft } from "./open-draft";
import type { Teller } from "./teller";

/** Invites a colleague to help with a draft; `about` is the invitation. */
export const tellInvitation: Teller = async (tx, { applicationId, about }) => {
  const [invitation] = await tx
    .select({ recipient: invitations.recipient })
    .from(invitations)
    .where(and(eq(invitations.id, about), eq(invitations.applicationId, applicationId)));
  if (!invitation) throw new NotFound(`invitation ${about}`);
  const draft = await openDraft(tx, applicationId);
  if (!draft) return undefined;
  const { isExample, link, scheme, values } = draft;
  return {
    to: [await unseal<string>(invitation.recipient, `invitations.recipient:${about}`)],
    facts: { isExample, link, scheme, values },
  };
};
