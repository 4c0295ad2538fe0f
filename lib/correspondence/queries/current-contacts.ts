import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contactChanges } from "@/db/schema";
import type { StoredDraft } from "@/lib/answers/draft";
import { contactsIn } from "@/lib/correspondence/contacts";
import type { RawSection } from "@/lib/form-state";
import { unseal } from "@/lib/privacy/seal";

/** The contact persons of an application as typed: those named last, or else those it was filed with. */
export async function currentContacts(
  tx: Tx,
  { id, answers }: { id: string; answers: string },
): Promise<RawSection> {
  const [change] = await tx
    .select({ contacts: contactChanges.contacts })
    .from(contactChanges)
    .where(eq(contactChanges.applicationId, id))
    .orderBy(desc(contactChanges.changedAt), desc(contactChanges.id))
    .limit(1);
  if (change) return unseal<RawSection>(change.contacts);
  return contactsIn((await unseal<StoredDraft>(answers)).company ?? {});
}
