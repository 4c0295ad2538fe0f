import "server-only";
import { eq, sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { applications, events, trajectories, workItems } from "@/db/schema";
import { ASSURANCES, type System } from "@/lib/actor";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import { judgeFiling } from "@/lib/filing/queries/judge-filing";
import type { RefreshJob } from "@/lib/outbox/refresh-job";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";

const SYSTEM: System = { kind: "system", task: "refresh" };
const MOST = 50;

/**
 * Updates the attention points of an application in the lists, from everything that is on record, and those of
 * applications that share a person, an account or an employer with it. May be repeated.
 */
export async function refreshCase({ applicationId }: RefreshJob): Promise<void> {
  const ids = await asActor(SYSTEM, (tx) => sharingWith(tx, applicationId));
  for (const id of ids) await asActor(SYSTEM, (tx) => refresh(tx, id));
}

async function sharingWith(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with this as (select id, organisation_id, iban_key from ${applications} where id = ${id})
    select id from this
    union (select i.application_id from ${workItems} i, this where i.organisation_id = this.organisation_id limit ${MOST})
    union (select a.id from ${applications} a, this where a.iban_key = this.iban_key limit ${MOST})
    union (select t.application_id from ${trajectories} t, ${trajectories} own
      where own.application_id = ${id} and t.person_key = own.person_key limit ${MOST})`);
  return rows.map((row) => row.id);
}

async function refresh(tx: Tx, id: string): Promise<void> {
  const [application] = await tx.select().from(applications).where(eq(applications.id, id));
  if (!application?.submittedAt) return;
  const attention = await attentionOf(tx, application, application.submittedAt);
  await tx.update(workItems).set({ attention }).where(eq(workItems.applicationId, id));
}

type Row = typeof applications.$inferSelect;

/** Checks that do not pass, each once. */
async function attentionOf(tx: Tx, application: Row, submittedAt: Date): Promise<string[]> {
  const filing = readFiling(
    await unseal<StoredDraft>(application.answers, answersOfApplication(application.id)),
    application.scheme,
  );
  if (!filing.ok) return [];
  const [filed] = await tx
    .select({ assurance: sql<string | null>`${events.payload} ->> 'assurance'` })
    .from(events)
    .where(sql`${events.applicationId} = ${application.id} and ${events.type} = 'application.submit'`);
  const assurance = ASSURANCES.find((level) => level === filed?.assurance) ?? "loa2";
  const checks = await judgeFiling(tx, application, filing.value, { assurance, now: submittedAt });
  return [...new Set(checks.filter(({ outcome }) => outcome !== "pass").map((check) => check.id))];
}
