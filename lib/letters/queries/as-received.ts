import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import { answerVersions, events } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { readEquatedDays } from "@/lib/calendar/queries/equated-days";
import { deadlineWhenFiled } from "@/lib/calendar/terms";
import { type Agreement, agreementsOf } from "@/lib/correspondence/queries/thread";
import type { Day } from "@/lib/dates";
import type { FiledApplication } from "@/lib/letters/filed";
import { sumCents } from "@/lib/money";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { readFiled } from "./read-filed";

/**
 * An application as it was received; `rankDayNow` is what a completion made of its rank day since, `signed` the
 * declarations that were agreed to then.
 */
export type Received = { received: FiledApplication; rankDayNow: Day; signed: Agreement[] };

/** `dueOn` is not in every event: then it is counted from what the window says. */
type Submitted = { dueOn?: Day; answersVersion: number };

/**
 * An application of the actor's organisation as it stood when it was received, whatever was completed since: so that a
 * receipt never comes to say something else. Undefined for a draft, and for someone else's.
 */
export function asReceived(actor: Employer, id: string): Promise<Received | undefined> {
  return readAs(actor, async (tx) => {
    const own = await ownApplication(tx, actor, id);
    const filed = own && (await readFiled(tx, id));
    if (!own || !filed) return undefined;
    const { answersVersion, dueOn } = await submittedThen(tx, id);
    const first = await firstVersion(tx, id);
    const trajectories = await tracksIn(first?.answers ?? own.application.answers, own.application);
    const received = {
      ...filed,
      answersVersion,
      trajectories,
      rankDay: first?.rankDay ?? filed.rankDay,
      dueOn: dueOn ?? deadlineWhenFiled(own.window, filed.submittedAt, await readEquatedDays(tx)),
      requestedCents: sumCents(
        awardFor(rulesFor(filed.rulesVersion), trajectories).map(({ amountCents }) => amountCents),
      ),
    };
    const signed = await agreementsOf(tx, id, answersVersion);
    return { received, rankDayNow: filed.rankDay, signed };
  });
}

/** The facts in the event of filing. */
async function submittedThen(tx: Tx, applicationId: string): Promise<Submitted> {
  const [event] = await tx
    .select({ payload: events.payload })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), eq(events.type, "application.submit")));
  if (!event) throw new Error(`application ${applicationId} was never submitted`);
  return event.payload as Submitted;
}

/** The answers and rank day that a completion replaced first; undefined when none did. */
async function firstVersion(tx: Tx, applicationId: string) {
  const [first] = await tx
    .select({ answers: answerVersions.answers, rankDay: answerVersions.rankDay })
    .from(answerVersions)
    .where(eq(answerVersions.applicationId, applicationId))
    .orderBy(asc(answerVersions.answersVersion))
    .limit(1);
  return first;
}

async function tracksIn(sealed: string, { id, scheme }: { id: string; scheme: Scheme }) {
  const filing = readFiling(await unseal<StoredDraft>(sealed, answersOfApplication(id)), scheme);
  if (!filing.ok) throw new Error(`the filed answers of ${id} are incomplete`);
  return filing.value.trajectories.map(({ track }, index) => ({ number: index + 1, track }));
}
