import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, events, people } from "@/db/schema";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locale";

/** The language of the employer's person who last acted on an application, or started it. */
export async function languageOf(tx: Tx, applicationId: string): Promise<Locale> {
  const lastActed = sql`(select e.person_id from ${events} e
    where e.application_id = ${applications.id} and e.actor_kind = 'employer' order by e.number desc limit 1)`;
  const [person] = await tx
    .select({ locale: people.locale })
    .from(applications)
    .innerJoin(people, eq(people.id, sql`coalesce(${lastActed}, ${applications.startedBy})`))
    .where(eq(applications.id, applicationId));
  return person?.locale ?? DEFAULT_LOCALE;
}
