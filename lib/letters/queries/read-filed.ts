import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, organisations, trajectories, windows } from "@/db/schema";
import { reserveEndOf } from "@/lib/calendar/queries/reserve-end";
import { dayOf } from "@/lib/dates";
import { env } from "@/lib/env";
import type { FiledApplication } from "@/lib/letters/filed";
import { assumesAmounts } from "@/lib/schemes/assumed";
import { rulesFor } from "@/lib/schemes/rules";
import { placedBy } from "@/lib/vocabulary/distribution";

/** A filed application as letters tell it, when the actor may see it; undefined for a draft. */
export async function readFiled(
  tx: Tx,
  id: string,
): Promise<(FiledApplication & { id: string; organisationId: string }) | undefined> {
  const [row] = await tx
    .select({ application: applications, organisation: organisations, window: windows })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(windows, eq(windows.id, applications.windowId))
    .where(eq(applications.id, id));
  if (!row) return undefined;
  const { reference, submittedAt, rankDay, requestedCents, dueOn } = row.application;
  if (!reference || !submittedAt || !rankDay || requestedCents === null || !dueOn) return undefined;
  const { scheme, year, rulesVersion, answersVersion, organisationId } = row.application;
  const { legalName, kvkNumber } = row.organisation;
  const { APP_URL, SUPPORT_PHONE, SUPPORT_EMAIL, OBJECTION_EMAIL } = env();
  return {
    id,
    ...{ reference, submittedAt, rankDay, requestedCents, dueOn, legalName, kvkNumber },
    ...{ scheme, year, rulesVersion, answersVersion, organisationId },
    isExample: row.window.isExample || assumesAmounts(rulesFor(rulesVersion)),
    distribution: row.window.distribution,
    termFrom: row.window.termFrom,
    decisionWeeks: row.window.decisionWeeks,
    reserveEndsOn: await reserveEndOf(tx, id),
    closesOn: dayOf(row.window.closesAt),
    placedBy: placedBy(row.window.distribution, rankDay, dayOf(row.window.closesAt)),
    checkAt: new URL("/letter-check", APP_URL).href,
    support: { phone: SUPPORT_PHONE, email: SUPPORT_EMAIL, objectionEmail: OBJECTION_EMAIL },
    trajectories: await tx
      .select({ number: trajectories.number, track: trajectories.track })
      .from(trajectories)
      .where(eq(trajectories.applicationId, id))
      .orderBy(asc(trajectories.number)),
  };
}
