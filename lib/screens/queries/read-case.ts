import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readAs, type Tx } from "@/db/client";
import { applications, events, organisations, people, proposals, trajectories, windows } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { StoredDraft } from "@/lib/answers/draft";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { dayOf } from "@/lib/dates";
import { latenessOf } from "@/lib/deadlines/queries/lateness-of";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import { checksOf } from "@/lib/decisions/queries/checks-of";
import { intentionsOf } from "@/lib/decisions/queries/heard-on";
import { newestDecision } from "@/lib/decisions/queries/newest-decision";
import { documentsOf } from "@/lib/documents/queries/list-documents";
import { lettersOf } from "@/lib/letters/queries/own-letters";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";

/**
 * Everything that an official needs to judge one filed application; undefined when there is none, and for an official
 * who is tied to the employer. Reading opens its sealed answers.
 */
export function readCase(actor: Staff, id: string) {
  return readAs(actor, async (tx, now) => {
    const [row] = await tx
      .select({
        application: applications,
        organisation: organisations,
        window: windows,
        assignee: people.name,
        lot: sql<number | null>`lot_of(${applications.id}, ${applications.rankDay})`,
      })
      .from(applications)
      .innerJoin(organisations, eq(organisations.id, applications.organisationId))
      .innerJoin(windows, eq(windows.id, applications.windowId))
      .leftJoin(people, eq(people.id, applications.assigneeId))
      .where(eq(applications.id, id));
    const { submittedAt, dueOn } = row?.application ?? {};
    if (!row || !submittedAt || !dueOn) return undefined;
    const { application, organisation, window, assignee, lot } = row;
    const draft = await unseal<StoredDraft>(application.answers, answersOfApplication(id));
    const history = await historyOf(tx, id);
    const equated = await readEquatedDays(tx);
    return {
      id,
      version: application.version,
      scheme: application.scheme,
      lineId: application.lineId,
      year: application.year,
      state: application.state,
      reference: application.reference ?? "",
      rankDay: application.rankDay ?? "",
      lot,
      distribution: window.distribution,
      submittedAt,
      requestedCents: application.requestedCents,
      awardedCents: application.awardedCents,
      rulesVersion: application.rulesVersion,
      isExample: window.isExample,
      equated,
      dueOn,
      today: dayOf(now),
      organisation: { legalName: organisation.legalName, kvkNumber: organisation.kvkNumber },
      assignee,
      assigneeId: application.assigneeId,
      draft,
      documents: await documentsOf(tx, id),
      requested: await requestedTrajectories(tx, id),
      checks: await checksOf(tx, application),
      proposals: await proposalsOf(tx, id),
      decision: await newestDecision(tx, id),
      history,
      letters: await lettersOf(tx, id),
      lateness: await latenessOf(tx, id),
      reconsiders: application.reconsiders,
      suspensions: await recordedSuspensions(tx, id),
      intentions: await intentionsOf(tx, id),
    };
  });
}

export type CaseView = NonNullable<Awaited<ReturnType<typeof readCase>>>;

const requestedTrajectories = (tx: Tx, id: string) =>
  tx
    .select({
      number: trajectories.number,
      track: trajectories.track,
      requestedCents: trajectories.requestedCents,
    })
    .from(trajectories)
    .where(eq(trajectories.applicationId, id))
    .orderBy(asc(trajectories.number));

const returner = alias(people, "returner");

/** Proposals, the newest first. */
const proposalsOf = (tx: Tx, id: string) =>
  tx
    .select({
      id: proposals.id,
      outcome: proposals.outcome,
      lines: proposals.lines,
      amountCents: proposals.amountCents,
      grounds: proposals.grounds,
      explanation: proposals.explanation,
      manualChecks: proposals.manualChecks,
      askedOn: proposals.askedOn,
      proposedBy: proposals.proposedBy,
      proposedByName: people.name,
      proposedAt: proposals.proposedAt,
      returnedByName: returner.name,
      returnedAt: proposals.returnedAt,
      returnReason: proposals.returnReason,
    })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.proposedBy))
    .leftJoin(returner, eq(returner.id, proposals.returnedBy))
    .where(eq(proposals.applicationId, id))
    .orderBy(desc(proposals.applicationVersion));

const historyOf = (tx: Tx, id: string) =>
  tx
    .select({
      type: events.type,
      at: events.at,
      by: people.name,
      actorKind: events.actorKind,
      byMandate: sql<boolean>`${events.payload} @> '{"byMandate": true}'`,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(eq(events.stream, `application:${id}`))
    .orderBy(asc(events.number));
