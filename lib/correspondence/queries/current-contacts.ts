import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contactChanges } from "@/db/schema";
import type { StoredDraft } from "@/lib/answers/draft";
import { contactsIn } from "@/lib/correspondence/contacts";
import { NotFound } from "@/lib/errors";
import type { RawSection } from "@/lib/form-state";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";

type Filed = { id: string; answers: string };

/** The contact persons of an application as typed: the last change, or else the filed ones. */
export async function currentContacts(tx: Tx, application: Filed): Promise<RawSection> {
  const [change] = await changesOf(tx, application.id).limit(1);
  return change ? opened(change) : filedContacts(application);
}

/** The contact persons before and after one change; throws NotFound when there was no such change. */
export async function contactsAround(
  tx: Tx,
  application: Filed,
  changeId: string,
): Promise<{ before: RawSection; after: RawSection }> {
  const changes = await changesOf(tx, application.id);
  const at = changes.findIndex(({ id }) => id === changeId);
  const [change, earlier] = at < 0 ? [] : changes.slice(at);
  if (!change) throw new NotFound(`change of contacts ${changeId}`);
  return {
    before: earlier ? await opened(earlier) : await filedContacts(application),
    after: await opened(change),
  };
}

/** The newest first. */
const changesOf = (tx: Tx, applicationId: string) =>
  tx
    .select({ id: contactChanges.id, contacts: contactChanges.contacts })
    .from(contactChanges)
    .where(eq(contactChanges.applicationId, applicationId))
    .orderBy(desc(contactChanges.changedAt), desc(contactChanges.id));

const opened = ({ id, contacts }: { id: string; contacts: string }): Promise<RawSection> =>
  unseal<RawSection>(contacts, `contact_changes.contacts:${id}`);

const filedContacts = async ({ id, answers }: Filed): Promise<RawSection> =>
  contactsIn((await unseal<StoredDraft>(answers, answersOfApplication(id))).company ?? {});
