import { spawn } from "node:child_process";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { validSections } from "@/db/testing/answers";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, anEmployer, aWindow } from "@/db/testing/factories";
import { chooseLanguage } from "@/lib/auth/commands/choose-language";
import { askReminders } from "@/lib/filing/commands/ask-reminders";
import { inviteColleague } from "@/lib/filing/commands/invite-colleague";
import { savePart } from "@/lib/filing/commands/save-part";
import { startApplication } from "@/lib/filing/commands/start-application";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import { mailer } from "@/lib/gateways/mail";
import { PostOffice } from "@/lib/gateways/testing/post-office";
import type { MailJob } from "@/lib/outbox/mail-job";
import { deliver } from "./commands/deliver";

const { sql } = await testDatabase();
const office = new PostOffice();
const DAY_MS = 86_400_000;
const CONTACT = "contact@voorbeeld.example";
const COLLEAGUE = "collega@voorbeeld.example";

beforeAll(() => office.open());
afterAll(() => office.close());
beforeEach(() => {
  office.received.length = 0;
});

const smtp = () => mailer({ SMTP_URL: office.url, MAIL_FROM: undefined, APP_URL: process.env.APP_URL ?? "" });

/** As the worker does: every job about this application, in order. */
async function deliverAll(applicationId: string): Promise<void> {
  const jobs = await sql<{ data: MailJob }[]>`
    select data from pgboss.job where name = 'mail' and data ->> 'applicationId' = ${applicationId} order by created_on`;
  const mail = smtp();
  for (const { data } of jobs) if (data.kind !== "receipt") await deliver(data, mail);
  mail.close();
}

/** A draft that was started thirty days ago, in its own window; `now` is `daysBefore` days before it closes. */
async function aDraftLongAgo(closesInDays = 20) {
  const now = Date.now();
  const closesAt = new Date(now + closesInDays * DAY_MS);
  const windowId = await aWindow(sql, { opensAt: new Date(now - 60 * DAY_MS), closesAt });
  const draft = await aCompleteDraft(sql, { windowId });
  await sql`update applications set started_at = now() - interval '30 days' where id = ${draft.applicationId}`;
  const answers = { ...validSections().company, contactEmail: CONTACT };
  await savePart(draft.actor, {
    applicationId: draft.applicationId,
    part: "company",
    answers,
    revision: 1,
  });
  return { ...draft, daysBefore: (days: number) => new Date(closesAt.getTime() - days * DAY_MS) };
}

const reminded = (applicationId: string) =>
  sql<{ days: number }[]>`
    select days_before as days from draft_reminders where application_id = ${applicationId} order by asked_at, days_before desc`;

test("a draft has a reminder fourteen, three and one day before, by exactly one mail each", async () => {
  const { applicationId, daysBefore } = await aDraftLongAgo();
  for (const days of [16, 15, 14, 14, 9, 3, 3, 2, 1, 1, 0]) {
    await Promise.all([askReminders(daysBefore(days)), askReminders(daysBefore(days))]);
    await deliverAll(applicationId);
    await deliverAll(applicationId);
  }
  expect((await reminded(applicationId)).map(({ days }) => days)).toEqual([14, 3, 1]);
  expect(office.received.map(({ to }) => to)).toEqual([CONTACT, CONTACT, CONTACT]);
  const [{ content } = { content: "" }] = office.received;
  expect(content.replace(/=\r\n/g, "")).toContain(`/applications/${applicationId}`);
  expect(content).not.toContain("deelnemer");
});

test("a reminder and an invitation are in the language of the person who started the draft", async () => {
  const { actor, applicationId, daysBefore } = await aDraftLongAgo();
  await chooseLanguage(actor.personId, "en-NL");
  await inviteColleague(actor, { applicationId, email: COLLEAGUE });
  await askReminders(daysBefore(3));
  await deliverAll(applicationId);
  const subjects = office.received.map(({ content }) => /Subject: (.*)/.exec(content)?.[1]);
  expect(new Set(subjects.map((subject) => subject?.split(" ")[0]))).toEqual(new Set(["Will", "Not"]));
  expect(office.received).toHaveLength(3);
});

test("a missed reminder is not sent beside the next one", async () => {
  const { applicationId, daysBefore } = await aDraftLongAgo();
  await askReminders(daysBefore(2));
  expect((await reminded(applicationId)).map(({ days }) => days)).toEqual([3]);
});

test("an invited colleague gets each reminder once", async () => {
  const { actor, applicationId, daysBefore } = await aDraftLongAgo();
  await inviteColleague(actor, { applicationId, email: COLLEAGUE });
  await inviteColleague(actor, { applicationId, email: CONTACT.toUpperCase() });
  await deliverAll(applicationId);
  expect(office.received.map(({ to }) => to.toLowerCase()).sort()).toEqual([COLLEAGUE, CONTACT]);
  office.received.length = 0;
  await askReminders(daysBefore(3));
  await deliverAll(applicationId);
  expect(office.received.map(({ to }) => to).sort()).toEqual([COLLEAGUE, CONTACT]);
});

test("a draft that was filed meanwhile has no reminder, also when its mail was waiting", async () => {
  const { actor, applicationId, daysBefore } = await aDraftLongAgo();
  await askReminders(daysBefore(14));
  const [row] = await sql<{ version: number }[]>`
    select answers_version as version from applications where id = ${applicationId}`;
  const filed = await submitApplication(actor, { applicationId, answersVersion: row?.version ?? 0 });
  expect(filed.ok).toBe(true);
  await deliverAll(applicationId);
  await askReminders(daysBefore(3));
  expect((await reminded(applicationId)).map(({ days }) => days)).toEqual([14]);
  expect(office.received).toEqual([]);
});

test("the worker asks for reminders when it starts, and sends them", async () => {
  const { applicationId } = await aDraftLongAgo(2);
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"];
  const env = { ...process.env, SMTP_URL: office.url };
  const worker = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    await expect
      .poll(() => office.for(applicationId).map(({ to }) => to), { timeout: 60_000 })
      .toEqual([CONTACT]);
  } finally {
    worker.kill("SIGKILL");
  }
  expect((await reminded(applicationId)).map(({ days }) => days)).toEqual([3]);
});

test("a draft of the last days has no reminder at once, and always has an addressee", async () => {
  const closesAt = new Date(Date.now() + 3 * DAY_MS);
  const windowId = await aWindow(sql, { opensAt: new Date(Date.now() - 60 * DAY_MS), closesAt });
  const started = await startApplication(await anEmployer(sql), windowId);
  if (!started.ok) throw new Error("refused");
  const { applicationId } = started.value;
  await askReminders();
  expect(await reminded(applicationId)).toHaveLength(0);
  await askReminders(new Date(closesAt.getTime() - DAY_MS));
  expect((await reminded(applicationId)).map(({ days }) => days)).toEqual([1]);
  await deliverAll(applicationId);
  expect(office.received).toEqual([]);
});
