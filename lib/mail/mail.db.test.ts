import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { workerDatabaseUrl } from "@/db/queue";
import { aSecondContact, validSections } from "@/db/testing/answers";
import { testDatabase } from "@/db/testing/database";
import {
  aCompleteDraft,
  aFiledApplication,
  anEmployer,
  aStaffMember,
  theBudget,
} from "@/db/testing/factories";
import { chooseLanguage } from "@/lib/auth/commands/choose-language";
import { changeContacts } from "@/lib/correspondence/commands/change-contacts";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { propose } from "@/lib/decisions/commands/propose";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { savePart } from "@/lib/filing/commands/save-part";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import { MAIL_FOLDER, type Message, mailer } from "@/lib/gateways/mail";
import { PostOffice } from "@/lib/gateways/testing/post-office";
import { publishLetter } from "@/lib/letters/commands/publish-letter";
import { enqueueMail } from "@/lib/outbox/commands/enqueue";
import type { MailJob } from "@/lib/outbox/mail-job";
import { deliver } from "./commands/deliver";
import { mailText } from "./message";

const { sql, appUrl } = await testDatabase();
const FIRST = "contact@voorbeeld.example";
const SECOND = "tweede@voorbeeld.example";
const NEW = "nieuw@voorbeeld.example";
const WORKER = { kind: "system", task: "test" } as const;

const workers: ChildProcess[] = [];
const offices: PostOffice[] = [];
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  for (const office of offices) await office.close();
});

async function aPostOffice(): Promise<PostOffice> {
  const office = new PostOffice();
  await office.open();
  offices.push(office);
  return office;
}

async function aWorker(office: PostOffice): Promise<ChildProcess> {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];
  const worker = spawn(process.execPath, args, {
    env: { ...process.env, SMTP_URL: office.url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.push(worker);
  await once(worker.stdout as NodeJS.ReadableStream, "data");
  return worker;
}

async function ended(worker: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const exit = once(worker, "exit");
  worker.kill(signal);
  return exit;
}

const smtp = (office: PostOffice) =>
  mailer({ SMTP_URL: office.url, MAIL_FROM: undefined, APP_URL: process.env.APP_URL ?? "" });
const jobsOf = (applicationId: string) =>
  sql<{ data: MailJob; state: string }[]>`
    select data, state::text from pgboss.job where name in ('mail', 'letters') and data ->> 'applicationId' = ${applicationId}`;
const noted = (applicationId: string) =>
  sql<{ outcome: string; key: string }[]>`
    select outcome::text, recipient_key as key from sent_mails where application_id = ${applicationId}`;
const receiptOf = (applicationId: string): MailJob => ({
  kind: "receipt",
  applicationId,
  about: "2",
});
/** A filed application with two contacts. */
async function filedWithTwoContacts() {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const answers = { ...validSections().company, contactEmail: FIRST, ...aSecondContact(SECOND) };
  await savePart(actor, { applicationId, part: "company", answers, revision: 1 });
  const [row] = await sql<{ answersVersion: number }[]>`
    select answers_version as "answersVersion" from applications where id = ${applicationId}`;
  const filed = await submitApplication(actor, { applicationId, answersVersion: row?.answersVersion ?? 0 });
  if (!filed.ok) throw new Error(JSON.stringify(filed.refusal));
  return { actor, applicationId, reference: filed.value.reference };
}

/** Takes these jobs, so that the workers of other tests do not. */
const withoutJob = async (filed: { applicationId: string }) => {
  await sql`delete from pgboss.job where data ->> 'applicationId' = ${filed.applicationId}`;
  return receiptOf(filed.applicationId);
};

test("filing asks for mail once, however often it is repeated, and the job names nobody", async () => {
  const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
  for (let i = 0; i < 3; i++) await submitApplication(actor, { applicationId, answersVersion });
  expect((await jobsOf(applicationId)).map(({ data }) => data)).toEqual([receiptOf(applicationId)]);
  await withoutJob({ applicationId });
});

test("a transaction that is rolled back asks for no mail", async () => {
  const { applicationId } = await aCompleteDraft(sql);
  const undone = asActor(WORKER, async (tx) => {
    await enqueueMail(tx, receiptOf(applicationId));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await jobsOf(applicationId)).toEqual([]);
});

test("every contact gets one message, also from two concurrent workers", async () => {
  const office = await aPostOffice();
  const filed = await filedWithTwoContacts();
  const job = await withoutJob(filed);
  const mail = smtp(office);
  await Promise.all([deliver(job, mail), deliver(job, mail), deliver(job, mail)]);
  await deliver(job, mail);
  expect(
    office
      .for(filed.reference)
      .map(({ to }) => to)
      .sort(),
  ).toEqual([FIRST, SECOND]);
  mail.close();
});

test("a rejected address is recorded and not tried again; the other contact gets the message", async () => {
  const office = await aPostOffice();
  office.refuses.add(FIRST);
  const filed = await filedWithTwoContacts();
  const job = await withoutJob(filed);
  const mail = smtp(office);
  await deliver(job, mail);
  office.refuses.clear();
  await deliver(job, mail);
  expect(office.for(filed.reference).map(({ to }) => to)).toEqual([SECOND]);
  const rows = await noted(filed.applicationId);
  expect(rows.map(({ outcome }) => outcome).sort()).toEqual(["refused", "sent"]);
  expect(rows.every(({ key }) => /^[\w-]+:[0-9a-f]{64}$/.test(key))).toBe(true);
  mail.close();
});

test("mail that could not be sent is sent when the server is back", async () => {
  const office = await aPostOffice();
  const filed = await filedWithTwoContacts();
  const job = await withoutJob(filed);
  const mail = smtp(office);
  await office.close();
  await expect(deliver(job, mail)).rejects.toThrow("2 of 2 not sent");
  expect(await noted(filed.applicationId)).toEqual([]);
  await office.open();
  await deliver(job, mail);
  expect(office.for(filed.reference)).toHaveLength(2);
  mail.close();
});

test("after a worker is killed between two messages, the next one sends the rest, and nothing twice", async () => {
  const office = await aPostOffice();
  office.hold = SECOND;
  const filed = await filedWithTwoContacts();
  const worker = await aWorker(office);
  await office.holding;
  await expect.poll(() => noted(filed.applicationId)).toHaveLength(1);
  expect(await ended(worker, "SIGKILL")).toEqual([null, "SIGKILL"]);
  office.hold = undefined;
  await sql`update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active'`;
  const next = await aWorker(office);
  const all = () => office.for(filed.reference).map(({ to }) => to);
  await expect.poll(all, { timeout: 45_000 }).toHaveLength(2);
  expect(all().sort()).toEqual([FIRST, SECOND]);
  await expect.poll(async () => (await jobsOf(filed.applicationId))[0]?.state).toBe("completed");
  expect(await ended(next, "SIGTERM")).toEqual([0, null]);
});

test("a decision mail has the last day to object and a link, and nothing of the case", async () => {
  const office = await aPostOffice();
  const filed = await aFiledApplication(sql, { tracks: ["women"] });
  await withoutJob(filed);
  const [{ today } = { today: "" }] = await sql<{ today: string }[]>`select portal_now()::text as today`;
  await theBudget(sql, yearOf(dayOf(new Date(today))));
  const [reviewer, decider] = [await aStaffMember(sql, ["reviewer"]), await aStaffMember(sql, ["decider"])];
  const at = (version: number) => ({ applicationId: filed.applicationId, version });
  await takeUp(reviewer, at(2));
  await propose(reviewer, { ...at(3), granted: [1], grounds: [], explanation: "" });
  await decide(decider, at(4));
  const letter = { kind: "decision", applicationId: filed.applicationId, about: "5" } as const;
  expect((await jobsOf(filed.applicationId)).map(({ data }) => data)).toEqual([letter]);
  await withoutJob(filed);
  await publishLetter(letter);
  const [job] = await jobsOf(filed.applicationId);
  expect(job?.data).toEqual(letter);
  const mail = smtp(office);
  await deliver(job?.data as MailJob, mail);
  const [message] = office.for(filed.reference);
  const text = (message?.content ?? "").replace(/=\r\n/g, "");
  expect(text).toMatch(/Subject: Besluit op uw aanvraag WS-/);
  expect(text).toContain(`/applications/${filed.applicationId}`);
  expect(text).toMatch(/bezwaar maken tot en met \d+ \w+ \d{4}/);
  expect(text).toContain("Auto-Submitted: auto-generated");
  expect(text).not.toMatch(/Voorbeeld BV|€|8\.000|\bvrouw|toegekend|afgewezen/i);
  mail.close();
});

test("a change of contacts is mailed once to the old and to the new addresses, and names no address", async () => {
  const office = await aPostOffice();
  const { actor, applicationId, reference } = await filedWithTwoContacts();
  await withoutJob({ applicationId });
  const contacts = { ...validSections().company, contactEmail: NEW, ...aSecondContact(SECOND) };
  await changeContacts(actor, { applicationId, contacts });
  await changeContacts(actor, { applicationId, contacts });
  const jobs = await jobsOf(applicationId);
  expect(jobs).toHaveLength(1);
  const mail = smtp(office);
  for (let time = 0; time < 2; time++) await deliver(jobs[0]?.data as MailJob, mail);
  const messages = office.for(reference);
  expect(messages.map(({ to }) => to).sort()).toEqual([FIRST, NEW, SECOND]);
  for (const { to, content } of messages) {
    const text = content.replace(/=\r\n/g, "").replaceAll(to, "");
    expect(text).toContain(`/applications/${applicationId}/contact`);
    for (const address of [FIRST, NEW, SECOND]) expect(text).not.toContain(address);
  }
  mail.close();
});

test("mail is in the language of the person who last acted; a decision is announced in Dutch", async () => {
  const office = await aPostOffice();
  const mail = smtp(office);
  const { actor, applicationId, answersVersion } = await aCompleteDraft(sql);
  const colleague = await anEmployer(sql, actor);
  await chooseLanguage(colleague.personId, "en-NL");
  await chooseLanguage(colleague.personId, "en-NL");
  const filed = await submitApplication(colleague, { applicationId, answersVersion });
  if (!filed.ok) throw new Error("refused");
  await deliver(await withoutJob({ applicationId }), mail);
  const [receipt] = office.for(filed.value.reference);
  expect(receipt?.content).toContain(`Subject: Received: your application ${filed.value.reference}`);
  const text = (receipt?.content ?? "").replace(/=\r\n/g, "").replace(/=3D/g, "=");
  expect(text).toContain('<html lang="en-NL">');
  expect(text).toMatch(/We will decide by \d+ \w+ \d{4}/);
  const decided = (remedy: string) =>
    mailText({
      ...({ kind: "decision", locale: "en-NL", isExample: false, link: "x" } as const),
      values: { reference: "WS-1", objectBefore: "2027-01-04", remedy },
    });
  expect(decided("objection").text).toContain("bezwaar maken tot en met 4 januari 2027");
  expect(decided("appeal").text).toContain("in beroep gaan bij de rechtbank tot en met 4 januari 2027");
  mail.close();
});

test("without a server, in the demo, a message is a file", async () => {
  const mail = mailer({ SMTP_URL: undefined, MAIL_FROM: undefined, APP_URL: "http://127.0.0.1:3000" });
  const message: Message = {
    to: FIRST,
    subject: "Proef",
    text: "Proef",
    html: "<p>Proef</p>",
    messageId: "<test-file@127.0.0.1>",
  };
  expect(await mail.send(message)).toBe("sent");
  expect(readFileSync(join(MAIL_FOLDER, "test-file.eml"), "utf8")).toContain("Subject: Proef");
});

test("the app may add jobs but not remove them; the worker's role sees the queue and no case", async () => {
  const app = postgres(appUrl, { max: 1 });
  const worker = postgres(workerDatabaseUrl(appUrl), { max: 1 });
  try {
    for (const statement of [
      "update pgboss.job set data = null",
      "delete from pgboss.job",
      "delete from pgboss.queue",
    ])
      await expect(app.unsafe(statement), statement).rejects.toThrow(/permission denied/);
    for (const table of ["applications", "people", "sent_mails", "events"])
      await expect(worker.unsafe(`select * from ${table}`), table).rejects.toThrow(/permission denied/);
  } finally {
    await Promise.all([app.end(), worker.end()]);
  }
});
