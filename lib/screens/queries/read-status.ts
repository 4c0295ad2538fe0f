import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { decisions, draws, letters, lots } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { StoredDraft } from "@/lib/answers/draft";
import { type OwnApplication, ownApplication } from "@/lib/applications/queries/own-application";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { reserveEndOf } from "@/lib/calendar/queries/reserve-end";
import { objectionDeadline } from "@/lib/calendar/terms";
import { currentContacts } from "@/lib/correspondence/queries/current-contacts";
import { agreementsOf } from "@/lib/correspondence/queries/thread";
import { dayOf } from "@/lib/dates";
import { recordedSuspensions } from "@/lib/deadlines/queries/suspensions-of";
import { usualDuration } from "@/lib/deadlines/queries/usual-duration";
import { stoppedOn } from "@/lib/deadlines/suspension";
import { decisionBefore, wasReconsidered } from "@/lib/decisions/queries/newest-decision";
import { intentionToAnswer } from "@/lib/decisions/queries/open-intention";
import { replacedBy } from "@/lib/decisions/revision";
import { draftView } from "@/lib/filing/queries/read-draft";
import { lettersOf } from "@/lib/letters/queries/own-letters";
import { reservePlace } from "@/lib/order/queries/reserve-place";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { timelineFactsOf } from "@/lib/timeline/queries/application-timeline";
import { can, isUndecided, type State } from "@/lib/vocabulary/lifecycle";

/** The status and the answers of a filed application of the actor's organisation; undefined for a draft too. */
export async function readStatus(actor: Employer, id: string) {
  return readAs(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, id);
    if (!own || !isFiled(own)) return undefined;
    const { application, window } = own;
    const draft = await unseal<StoredDraft>(application.answers, answersOfApplication(id));
    const { sections, trajectories, award, documents } = await draftView(tx, own, draft, now);
    return {
      id: application.id,
      scheme: application.scheme,
      year: application.year,
      state: application.state,
      reference: application.reference,
      submittedAt: application.submittedAt,
      rankDay: application.rankDay,
      distribution: window.distribution,
      dueOn: application.dueOn,
      term: {
        termFrom: window.termFrom,
        decisionWeeks: window.decisionWeeks,
        closesOn: dayOf(window.closesAt),
      },
      today: dayOf(now),
      reserveEndsOn: await reserveEndOf(tx, id),
      reconsiders: application.reconsiders,
      stopped: stoppedOn(await recordedSuspensions(tx, id), dayOf(now)),
      isExample: window.isExample,
      canWithdraw: can("withdraw", application.state, [actor.kind]),
      course: await timelineFactsOf(tx, application, now),
      usual: isUndecided(application.state) ? await usualDuration(tx, application.scheme) : undefined,
      reservePlace: await reservePlace(tx, id),
      decision: await decisionOn(tx, id),
      letters: await lettersOf(tx, id),
      intention: await intentionToAnswer(tx, actor, id),
      contacts: await currentContacts(tx, application),
      agreements: await agreementsOf(tx, id),
      draw: await drawOf(tx, id, application.rankDay),
      sections,
      trajectories,
      award,
      documents,
    };
  });
}

export type StatusView = NonNullable<Awaited<ReturnType<typeof readStatus>>>;

type Filed = {
  state: Exclude<State, "draft">;
  reference: string;
  submittedAt: Date;
  rankDay: string;
  /** Last day to decide by law. */
  dueOn: string;
};

/** By a CHECK of the database every application but a draft has these. */
function isFiled(own: OwnApplication): own is OwnApplication & { application: Filed } {
  const { state, reference, submittedAt, rankDay, dueOn } = own.application;
  return (
    state !== "draft" && reference !== null && submittedAt !== null && rankDay !== null && dueOn !== null
  );
}

/** Its lot in the draw of its rank day, if any. */
async function drawOf(tx: Tx, applicationId: string, rankDay: string) {
  const [lot] = await tx
    .select({ lot: lots.lot, drawId: lots.drawId })
    .from(lots)
    .innerJoin(draws, eq(draws.id, lots.drawId))
    .where(and(eq(lots.applicationId, applicationId), eq(draws.day, rankDay)));
  return lot;
}

async function decisionOn(tx: Tx, applicationId: string) {
  const [decision] = await tx
    .select({
      outcome: decisions.outcome,
      lines: decisions.lines,
      amountCents: decisions.amountCents,
      grounds: decisions.grounds,
      explanation: decisions.explanation,
      decidedOn: decisions.decidedOn,
      objectUntil: letters.objectUntil,
      version: decisions.applicationVersion,
    })
    .from(decisions)
    .leftJoin(
      letters,
      and(
        eq(letters.applicationId, decisions.applicationId),
        eq(letters.kind, "decision"),
        eq(letters.about, sql`${decisions.applicationVersion}::text`),
      ),
    )
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.applicationVersion))
    .limit(1);
  if (!decision) return undefined;
  const { objectUntil, decidedOn, version } = decision;
  const before = await decisionBefore(tx, applicationId, version);
  const isAnew =
    before !== undefined && (await wasReconsidered(tx, applicationId, before.applicationVersion));
  const replaces = isAnew ? undefined : replacedBy(before, decision);
  return {
    ...decision,
    replaces,
    objectUntil: objectUntil ?? objectionDeadline(decidedOn, await readEquatedDays(tx)),
  };
}
