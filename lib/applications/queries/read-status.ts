import "server-only";
import { desc, eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { decisions } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { StoredDraft } from "@/lib/applications/draft";
import { can, type State } from "@/lib/applications/lifecycle";
import { unseal } from "@/lib/privacy/seal";
import { courseOf } from "./course-of";
import { type OwnApplication, ownApplication } from "./own-application";
import { draftView } from "./read-draft";

/** A filed application of the actor's organisation: where it stands and what was sent; undefined for a draft too. */
export async function readStatus(actor: Employer, id: string) {
  return asActor(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, id);
    if (!own || !isFiled(own)) return undefined;
    const { application, window } = own;
    const draft = await unseal<StoredDraft>(application.answers);
    const { sections, trajectories, award, documents } = await draftView(tx, own, draft, now);
    return {
      id: application.id,
      scheme: application.scheme,
      year: application.year,
      state: application.state,
      reference: application.reference,
      submittedAt: application.submittedAt,
      rankDay: application.rankDay,
      isExample: window.isExample,
      canWithdraw: can("withdraw", application.state, [actor.kind]),
      course: await courseOf(tx, application, window, now),
      decision: await decisionOn(tx, id),
      sections,
      trajectories,
      award,
      documents,
    };
  });
}

export type StatusView = NonNullable<Awaited<ReturnType<typeof readStatus>>>;

type Filed = { state: Exclude<State, "draft">; reference: string; submittedAt: Date; rankDay: string };

/** The database holds that what is no draft has all of these. */
function isFiled(own: OwnApplication): own is OwnApplication & { application: Filed } {
  const { state, reference, submittedAt, rankDay } = own.application;
  return state !== "draft" && reference !== null && submittedAt !== null && rankDay !== null;
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
    })
    .from(decisions)
    .where(eq(decisions.applicationId, applicationId))
    .orderBy(desc(decisions.applicationVersion))
    .limit(1);
  return decision;
}
