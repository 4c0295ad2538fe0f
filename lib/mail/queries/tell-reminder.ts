import "server-only";
import { eq } from "drizzle-orm";
import { invitations } from "@/db/schema";
import type { StoredDraft } from "@/lib/answers/draft";
import { onceEach, reachableAt } from "@/lib/mail/contacts";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { openDraft } from "./open-draft";
import type { Teller } from "./teller";

/** Reminds of an unsent draft and its last day: to its contacts so far and to invited colleagues. */
export const tellReminder: Teller = async (tx, { applicationId }) => {
  const draft = await openDraft(tx, applicationId);
  if (!draft) return undefined;
  const { isExample, link, scheme, values } = draft;
  const { company } = await unseal<StoredDraft>(draft.answers, answersOfApplication(applicationId));
  const invited = await tx
    .select({ id: invitations.id, recipient: invitations.recipient })
    .from(invitations)
    .where(eq(invitations.applicationId, applicationId));
  const helpers = await Promise.all(
    invited.map(({ id, recipient }) => unseal<string>(recipient, `invitations.recipient:${id}`)),
  );
  return { to: onceEach([...reachableAt(company), ...helpers]), facts: { isExample, link, scheme, values } };
};
