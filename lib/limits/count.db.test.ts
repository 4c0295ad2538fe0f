import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { validSections } from "@/db/testing/answers";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer } from "@/db/testing/factories";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { changeContacts } from "@/lib/correspondence/commands/change-contacts";
import { outsideAnswers } from "@/lib/filing/commands/outside-answers";
import { count, LIMITS } from "./commands/count";

const { sql } = await testDatabase();
const TOO_MANY = { ok: false, refusal: { reason: "too-many" } };

/** As if this person had done it as often as they may. */
async function exhaust(limit: keyof typeof LIMITS, who: string): Promise<void> {
  for (let time = 0; time < LIMITS[limit].most; time += 1) await count(limit, who);
}

test("each person has a share of their own, of each thing", async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await exhaust("contacts-person", one);
  expect(await count("contacts-person", one)).toMatchObject(TOO_MANY);
  expect(await count("contacts-person", other)).toEqual({ ok: true, value: undefined });
  expect(await count("question-person", one)).toEqual({ ok: true, value: undefined });
});

test("who did it is kept as a keyed hash only", async () => {
  const who = randomUUID();
  await count("question-person", who);
  const rows = await sql<{ key: string }[]>`select key from rate_limits where key like 'question-person:%'`;
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) {
    expect(key).toMatch(/^question-person:[\w-]+:[0-9a-f]{64}$/);
    expect(key).not.toContain(who);
  }
});

test("a question that was asked already is no new one, however many were", async () => {
  const { actor, applicationId } = await aFiledApplication(sql);
  const question = { applicationId, id: randomUUID(), question: "Mag dit?" };
  expect(await askQuestion(actor, question)).toMatchObject({ ok: true });
  await exhaust("question-person", actor.personId);
  expect(await askQuestion(actor, question)).toMatchObject({ ok: true });
});

test("after too many accounts the bank is not asked, and a statement is needed", async () => {
  const employer = await anEmployer(sql);
  const answers = validSections().bank;
  let asked = 0;
  const ask = () =>
    outsideAnswers(
      employer,
      { part: "bank", answers },
      async () => undefined,
      async () => {
        asked += 1;
        return { outcome: "match" };
      },
    );
  expect(await ask()).toEqual({ nameCheck: "match" });
  await exhaust("bank-person", employer.personId);
  expect(await ask()).toEqual({ nameCheck: "not_checked" });
  expect(asked).toBe(1);
});

test("questions and changes of contacts stop at the limit, and a colleague goes on", async () => {
  const { actor, applicationId } = await aFiledApplication(sql);
  const colleague = await anEmployer(sql, { organisationId: actor.organisationId });
  await exhaust("question-person", actor.personId);
  await exhaust("contacts-person", actor.personId);
  const question = { applicationId, id: randomUUID(), question: "Mag dit?" };
  const contacts = { applicationId, contacts: { ...validSections().company, contactName: "Kim" } };
  expect(await askQuestion(actor, question)).toMatchObject(TOO_MANY);
  expect(await changeContacts(actor, contacts)).toMatchObject(TOO_MANY);
  const [rows] = await sql`select count(*)::int as n from events where application_id = ${applicationId}
    and type in ('question.ask', 'contacts.change')`;
  expect(rows?.n).toBe(0);
  expect(await askQuestion(colleague, question)).toMatchObject({ ok: true });
  expect(await changeContacts(colleague, contacts)).toMatchObject({ ok: true });
});
