import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, windows } from "@/db/schema";
import { currentContacts } from "@/lib/correspondence/queries/current-contacts";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { reachableAt } from "@/lib/mail/contacts";

/** A filed application with its window, the addresses of its contacts and its address in the portal; throws NotFound. */
export async function filedApplication(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({ application: applications, window: windows })
    .from(applications)
    .innerJoin(windows, eq(windows.id, applications.windowId))
    .where(eq(applications.id, applicationId));
  if (!row?.application.reference) throw new NotFound(`application ${applicationId}`);
  const { application, window } = row;
  return {
    application,
    window,
    reference: row.application.reference,
    contacts: reachableAt(await currentContacts(tx, application)),
    link: `${env().APP_URL}/applications/${applicationId}`,
  };
}
