import type postgres from "postgres";
import type { Employer, Staff } from "@/lib/actor";
import { recordReading } from "@/lib/audit/commands/record-reading";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { writeRequest } from "@/lib/completion/commands/write-request";
import { usualDeadline } from "@/lib/completion/request";
import type { Day } from "@/lib/day";
import { enterDefaultNotice } from "@/lib/deadlines/commands/enter-default-notice";
import { suspendTerm } from "@/lib/deadlines/commands/suspend-term";
import { tellDelay } from "@/lib/deadlines/commands/tell-delay";
import { writeDefaultNotice } from "@/lib/deadlines/commands/write-default-notice";
import { writeDelay } from "@/lib/deadlines/commands/write-delay";
import { writeSuspension } from "@/lib/deadlines/commands/write-suspension";
import { intendLowering } from "@/lib/decisions/commands/intend-lowering";
import { intendRefusal } from "@/lib/decisions/commands/intend-refusal";
import { propose } from "@/lib/decisions/commands/propose";
import { respond } from "@/lib/decisions/commands/respond";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { writeIntention } from "@/lib/decisions/commands/write-intention";
import { writeLowering } from "@/lib/decisions/commands/write-lowering";
import type { ManualCheck } from "@/lib/decisions/manual-checks";
import type { Ground } from "@/lib/vocabulary/grounds";
import { aFiledApplication, aStaffMember, type DraftOptions } from "./factories";

/** Cases in later states, each step made by its command. `version` is the one on screen then. */
type Choice = { granted: number[]; grounds: Ground[]; explanation: string; manualChecks: ManualCheck[] };

/** A filed application in review. */
export async function aCaseInReview(sql: postgres.Sql, options: DraftOptions & { reviewer?: Staff } = {}) {
  const reviewer = options.reviewer ?? (await aStaffMember(sql, ["reviewer"]));
  const filed = await aFiledApplication(sql, options);
  const taken = await takeUp(reviewer, filed);
  if (!taken.ok) throw new Error(`not taken up: ${taken.refusal.reason}`);
  return { ...filed, reviewer, version: taken.value.version };
}

type Proposing = DraftOptions & { reviewer?: Staff; choice?: Partial<Choice> };

/** A case with an open proposal: to grant all of it by default. */
export async function aProposedCase(sql: postgres.Sql, options: Proposing = {}) {
  return proposeFor(await aCaseInReview(sql, options), options);
}

/** The same for a case that is in review already. */
export async function proposeFor<C extends Awaited<ReturnType<typeof aCaseInReview>>>(
  inReview: C,
  { tracks = ["general"], choice }: Pick<Proposing, "tracks" | "choice"> = {},
) {
  const proposed = await propose(inReview.reviewer, {
    applicationId: inReview.applicationId,
    version: inReview.version,
    ...{ granted: tracks.map((_, index) => index + 1), grounds: [], explanation: "" },
    ...choice,
  });
  if (!proposed.ok) throw new Error(`not proposed: ${proposed.refusal.reason}`);
  return { ...inReview, ...proposed.value, version: inReview.version + 1 };
}

/** The reviewer opens the bank statement of the employer. */
export async function readStatement(
  sql: postgres.Sql,
  { reviewer, applicationId }: { reviewer: Staff; applicationId: string },
): Promise<void> {
  const [statement] = await sql<{ id: string }[]>`
    select id from documents where application_id = ${applicationId} and kind = 'bank_statement' order by id desc limit 1`;
  if (!statement) throw new Error("no bank statement");
  await recordReading(reviewer, applicationId, { documentId: statement.id });
}

/** Registers that this official also belongs to that employer. */
export const belongsTo = (sql: postgres.Sql, { personId }: Staff, { organisationId }: Employer) =>
  sql`insert into staff_interests (person_id, kvk_number)
    select ${personId}, kvk_number from organisations where id = ${organisationId}`;

/** The moves of an application so far, in order, each with the version after it. */
export async function movesOf(sql: postgres.Sql, applicationId: string): Promise<string[]> {
  const rows = await sql<{ move: string }[]>`
    select replace(type, 'application.', '') || ' ' || application_version as move from events
    where application_id = ${applicationId} and application_version > 2 order by number`;
  return rows.map(({ move }) => move);
}

type Asked = { items?: { key: string; listed: boolean; words: string }[]; dueOn?: Day };

/** A case with an open request to complete: for the account, a listed item, by default. */
export async function aCaseToComplete(
  sql: postgres.Sql,
  { items, dueOn, ...options }: DraftOptions & { reviewer?: Staff } & Asked = {},
) {
  return askFor(sql, await aCaseInReview(sql, options), { items, dueOn });
}

/** The same for a case that is in review already. */
export async function askFor<C extends Awaited<ReturnType<typeof aCaseInReview>>>(
  sql: postgres.Sql,
  inReview: C,
  { items, dueOn }: Asked,
) {
  const { reviewer, applicationId, version } = inReview;
  const [{ today } = { today: "" }] = await sql<{ today: string }[]>`
    select legal_today()::text as today`;
  const written = await writeRequest(reviewer, {
    ...{ applicationId, version },
    items: items ?? [{ key: "bank.iban", listed: true, words: "Dit nummer hoort niet bij uw organisatie." }],
    dueOn: dueOn ?? usualDeadline(today),
  });
  if (!written.ok) throw new Error(`not written: ${written.refusal.reason}`);
  const asked = await requestCompletion(reviewer, { applicationId, version, ...written.value });
  if (!asked.ok) throw new Error(`not asked: ${asked.refusal.reason}`);
  return { ...inReview, ...asked.value, today, version: version + 1 };
}

/** Writes an intended refusal and sends it; gives the refusal of either step. */
export async function intend(actor: Staff, input: Parameters<typeof writeIntention>[1]) {
  const written = await writeIntention(actor, input);
  const { applicationId, version } = input;
  return written.ok ? intendRefusal(actor, { applicationId, version, ...written.value }) : written;
}

/** Writes an intention to lower a grant to these trajectories, and sends it. */
export async function tellLowering(actor: Staff, input: Parameters<typeof writeLowering>[1]) {
  const written = await writeLowering(actor, input);
  const { applicationId, version } = input;
  return written.ok ? intendLowering(actor, { applicationId, version, ...written.value }) : written;
}

/** A grant with an intention to lower it to these trajectories, and the employer's response. */
export async function hearOnLowering(
  sql: postgres.Sql,
  { applicationId, reviewer, actor, keep }: Heard,
): Promise<void> {
  const [{ version, untilOn } = { version: 0, untilOn: "" }] = await sql<{ version: number; untilOn: Day }[]>`
    select version, (legal_today() + 14)::text as "untilOn" from applications
    where id = ${applicationId}`;
  const told = await tellLowering(reviewer, {
    ...{ applicationId, version, keep, untilOn },
    ...{ grounds: ["activities_not_done"], explanation: "De begeleiding is niet begonnen." },
  });
  if (!told.ok) throw new Error(`not told: ${told.refusal.reason}`);
  const heard = await respond(actor, { applicationId, response: "Wij beginnen in januari." });
  if (!heard.ok) throw new Error(`not heard: ${heard.refusal.reason}`);
}
type Heard = { applicationId: string; reviewer: Staff; actor: Employer; keep: number[] };

/** The same for a notice of delay. */
export async function delay(actor: Staff, input: Parameters<typeof writeDelay>[1]) {
  const written = await writeDelay(actor, input);
  return written.ok ? tellDelay(actor, { applicationId: input.applicationId, ...written.value }) : written;
}

/** The same for a suspension. */
export async function suspend(actor: Staff, input: Parameters<typeof writeSuspension>[1]) {
  const written = await writeSuspension(actor, input);
  return written.ok ? suspendTerm(actor, { applicationId: input.applicationId, ...written.value }) : written;
}

/** The same for a notice of default that came by post. */
export async function enterNotice(actor: Staff, input: Parameters<typeof writeDefaultNotice>[1]) {
  const written = await writeDefaultNotice(actor, input);
  return written.ok
    ? enterDefaultNotice(actor, { applicationId: input.applicationId, ...written.value })
    : written;
}

/** Moves a request to complete, and its application, this many days into the past, without the guards. */
export const sinceDaysAgo = (sql: postgres.Sql, applicationId: string, days: number) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update completion_requests set asked_on = asked_on - ${days}::int, due_on = due_on - ${days}::int
      where application_id = ${applicationId}`;
    await tx`update applications set rank_day = rank_day - ${days}::int where id = ${applicationId}`;
  });

/** Days of a request to complete, and when and how it ended. */
export async function requestOf(sql: postgres.Sql, { requestId }: { requestId: string }) {
  const [row] = await sql<{ days: number; end: string | null; endedOn: Day | null }[]>`
    select due_on - asked_on as days, "end", ended_on::text as "endedOn" from completion_requests where id = ${requestId}`;
  if (!row) throw new Error("nothing was asked");
  return row;
}
