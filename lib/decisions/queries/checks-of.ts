import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema";
import { ASSURANCES, type Assurance } from "@/lib/actor";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { judgeFiling } from "@/lib/filing/queries/judge-filing";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import type { Check } from "@/lib/schemes/check";

/** The checks of a filed application, as of the moment it was filed, with the facts now on record. */
export async function checksOf(tx: Tx, application: ApplicationRow): Promise<Check[]> {
  const { submittedAt } = application;
  const filing = readFiling(
    await unseal<StoredDraft>(application.answers, answersOfApplication(application.id)),
    application.scheme,
  );
  if (!filing.ok || !submittedAt) return [];
  const assurance = await assuranceOf(tx, application.id);
  return judgeFiling(tx, application, filing.value, { assurance, now: submittedAt });
}

/** The level of sign-in with which it was filed. */
async function assuranceOf(tx: Tx, applicationId: string): Promise<Assurance> {
  const [filed] = await tx
    .select({ assurance: sql<string | null>`${events.payload} ->> 'assurance'` })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.type, "application.submit")))
    .orderBy(desc(events.number))
    .limit(1);
  return ASSURANCES.find((level) => level === filed?.assurance) ?? "loa2";
}
