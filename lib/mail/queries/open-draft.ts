import "server-only";
import { and, eq, gte, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, organisations, windows } from "@/db/schema";
import { env } from "@/lib/env";

/** A draft that can still be filed, with what its mail needs; undefined when it was filed or its window has closed. */
export async function openDraft(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({ application: applications, window: windows, organisation: organisations.legalName })
    .from(applications)
    .innerJoin(windows, eq(windows.id, applications.windowId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.state, "draft"),
        gte(windows.closesAt, sql`portal_now()`),
      ),
    );
  if (!row) return undefined;
  const { application, window, organisation } = row;
  return {
    answers: application.answers,
    isExample: window.isExample,
    link: `${env().APP_URL}/applications/${applicationId}`,
    scheme: application.scheme,
    values: { year: String(application.year), organisation, closesAt: window.closesAt },
  };
}
