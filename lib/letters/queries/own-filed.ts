import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { decisions, organisations, trajectories } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { dayOf } from "@/lib/dates";
import { decisionDeadline } from "@/lib/deadlines/terms";
import type { FiledApplication } from "@/lib/letters/filed";

/** A filed application of the actor's organisation as letters tell it; undefined for a draft, and for someone else's. */
export function ownFiled(actor: Employer, id: string): Promise<FiledApplication | undefined> {
  return asActor(actor, async (tx) => {
    const own = await ownApplication(tx, actor, id);
    if (!own) return undefined;
    const { application, window } = own;
    const { reference, submittedAt, rankDay, requestedCents } = application;
    const [organisation] = await tx
      .select({ legalName: organisations.legalName, kvkNumber: organisations.kvkNumber })
      .from(organisations)
      .where(eq(organisations.id, application.organisationId));
    if (!organisation || !reference || !submittedAt || !rankDay || requestedCents === null) return undefined;
    const { scheme, year, rulesVersion, answersVersion } = application;
    return {
      ...organisation,
      ...{ reference, scheme, year, submittedAt, rankDay, requestedCents, rulesVersion, answersVersion },
      isExample: window.isExample,
      dueOn: decisionDeadline({ windowClosesOn: dayOf(window.closesAt), weeks: window.decisionWeeks }),
      trajectories: await trajectoriesOf(tx, id),
      decision: await newestDecision(tx, id),
    };
  });
}

const trajectoriesOf = (tx: Tx, applicationId: string) =>
  tx
    .select({ number: trajectories.number, track: trajectories.track })
    .from(trajectories)
    .where(eq(trajectories.applicationId, applicationId))
    .orderBy(asc(trajectories.number));

async function newestDecision(tx: Tx, applicationId: string) {
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.applicationVersion))
    .limit(1);
  return decision;
}
