import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, windows } from "@/db/schema";
import type { StoredDraft } from "@/lib/applications/draft";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { contactsOf } from "@/lib/mail/contacts";
import { unseal } from "@/lib/privacy/seal";

/** A filed application with its window, the addresses of its contacts and its address in the portal; throws NotFound. */
export async function filedApplication(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({ application: applications, window: windows })
    .from(applications)
    .innerJoin(windows, eq(windows.id, applications.windowId))
    .where(eq(applications.id, applicationId));
  if (!row?.application.reference) throw new NotFound(`application ${applicationId}`);
  const { application, window } = row;
  const { company } = await unseal<StoredDraft>(application.answers);
  return {
    application,
    window,
    reference: row.application.reference,
    contacts: contactsOf(company),
    link: `${env().APP_URL}/applications/${applicationId}`,
  };
}
