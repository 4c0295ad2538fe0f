import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aSecondContact } from "@/db/testing/answers";
import { aCaseInReview, aCaseToComplete, aProposedCase, belongsTo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import {
  aCompleteDraft,
  aFiledApplication,
  anEmployer,
  aStaffMember,
  theBudget,
} from "@/db/testing/factories";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { NotFound } from "@/lib/errors";
import { filedApplication } from "@/lib/mail/queries/filed-application";
import { caseMessages, messageBox, unreadCount } from "../queries/message-box";
import { agreementsOf, contactHistory, questionThread } from "../queries/thread";
import { askQuestion } from "./ask-question";
import { changeContacts } from "./change-contacts";
import { readMessage, readMessagesOf } from "./read-message";

const { sql } = await testDatabase();
const eventsOf = (applicationId: string, type: string) =>
  sql<{ payload: Record<string, unknown> }[]>`
    select payload from events where application_id = ${applicationId} and type = ${type} order by number`;

beforeAll(async () => {
  const [row] = await sql<{ now: Date }[]>`select portal_now() as now`;
  await theBudget(sql, yearOf(dayOf(row?.now ?? new Date(0))));
});

describe("formal messages", () => {
  test("are placed with their receipt, request to complete or decision", async () => {
    const asked = await aCaseToComplete(sql);
    expect((await messageBox(asked.actor)).map(({ kind }) => kind)).toEqual([
      "completion_request",
      "receipt",
    ]);
    const proposed = await aProposedCase(sql);
    await decide(await aStaffMember(sql, ["decider"]), proposed);
    expect((await messageBox(proposed.actor)).map(({ kind }) => kind)).toEqual(["decision", "receipt"]);
    expect(await messageBox(await anEmployer(sql))).toEqual([]);
  });

  test("have one first reading, with person and moment and one event", async () => {
    const { actor, applicationId } = await aFiledApplication(sql);
    const [message] = await messageBox(actor);
    if (!message) throw new Error("no receipt");
    expect(await unreadCount(actor)).toMatchObject({ count: 1 });
    const colleague = await anEmployer(sql, { organisationId: actor.organisationId });
    await Promise.all([readMessage(actor, message.id), readMessage(actor, message.id)]);
    await readMessage(colleague, message.id);
    await readMessagesOf(colleague, applicationId, "receipt");
    expect(await unreadCount(colleague)).toMatchObject({ count: 0 });
    expect(await eventsOf(applicationId, "message.read")).toMatchObject([
      { payload: { kind: "receipt", about: "2" } },
    ]);
    const reviewer = await aStaffMember(sql, ["reviewer"]);
    const [evidence] = await caseMessages(reviewer, applicationId);
    expect(evidence).toMatchObject({ kind: "receipt", readBy: "Test", mailed: 0 });
    expect(evidence?.readAt).toBeInstanceOf(Date);
  });

  test("are seen by no other employer, and never change", async () => {
    const { actor, applicationId } = await aFiledApplication(sql);
    const [message] = await messageBox(actor);
    const stranger = await anEmployer(sql);
    await expect(readMessage(stranger, message?.id ?? "")).rejects.toThrow(NotFound);
    await readMessagesOf(stranger, applicationId, "receipt");
    expect(await unreadCount(actor)).toMatchObject({ count: 1 });
    await expect(readMessage(actor, randomUUID())).rejects.toThrow(NotFound);
    await expect(sql`delete from messages where id = ${message?.id ?? ""}`).rejects.toMatchObject({
      constraint_name: "messages_append_only",
    });
    const forged = asActor(actor, (tx) =>
      tx.execute(`insert into messages (application_id, organisation_id, kind, about)
        values ('${message?.applicationId}', '${actor.organisationId}', 'decision', '9')`),
    );
    await expect(forged).rejects.toMatchObject({ code: "42501" });
  });
});

describe("questions", () => {
  const words = "Mag de begeleiding een week later beginnen?";

  test("go both ways, are sealed, have one event each, and only those of an official are mailed", async () => {
    const { actor, applicationId, reviewer } = await aCaseInReview(sql);
    const [first, second] = [randomUUID(), randomUUID()];
    await askQuestion(actor, { applicationId, id: first, question: words });
    await askQuestion(reviewer, { applicationId, id: second, question: "Ja, dat mag." });
    const thread = await questionThread(actor, applicationId);
    expect(thread?.posts).toMatchObject([
      { side: "employer", words },
      { side: "ministry", words: "Ja, dat mag." },
    ]);
    const [row] = await sql`select words from questions where id = ${first}`;
    expect(row?.words).not.toContain("begeleiding");
    expect(await eventsOf(applicationId, "question.ask")).toHaveLength(2);
    const jobs = await sql`select data from pgboss.job where data ->> 'kind' = 'question'
      and data ->> 'applicationId' = ${applicationId}`;
    expect(jobs.map(({ data }) => data.about)).toEqual([second]);
    expect((await messageBox(actor)).map(({ kind }) => kind)).toEqual(["receipt"]);
  });

  test("sent twice are one", async () => {
    const { actor, applicationId } = await aFiledApplication(sql);
    const question = { applicationId, id: randomUUID(), question: words };
    for (let i = 0; i < 3; i++) expect(await askQuestion(actor, question)).toMatchObject({ ok: true });
    expect(await eventsOf(applicationId, "question.ask")).toHaveLength(1);
  });

  test("are refused to a stranger, for a draft, and to a member of that employer", async () => {
    const { actor, applicationId } = await aFiledApplication(sql);
    const question = { applicationId, id: randomUUID(), question: words };
    const stranger = await anEmployer(sql);
    await expect(askQuestion(stranger, question)).rejects.toThrow(NotFound);
    expect(await questionThread(stranger, applicationId)).toBeUndefined();
    const own = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, own, actor);
    expect(await askQuestion(own, question)).toMatchObject({ refusal: { reason: "own-employer" } });
    const draft = await aCompleteDraft(sql);
    expect(await askQuestion(draft.actor, { ...question, applicationId: draft.applicationId })).toMatchObject(
      { refusal: { reason: "not-filed" } },
    );
  });
});

describe("contact persons", () => {
  const contacts = {
    contactName: "Kim Jansen",
    contactEmail: "kim@voorbeeld.example",
    contactPhone: "06 87654321",
    ...aSecondContact("sam@voorbeeld.example"),
    sbiCode: "0000",
  };

  test("change after filing, with one event without names; mail follows them and the filed answers stay", async () => {
    const { actor, applicationId } = await aFiledApplication(sql);
    const answers = () => sql`select answers from applications where id = ${applicationId}`;
    const [before] = await answers();
    expect(await changeContacts(actor, { applicationId, contacts })).toEqual({
      ok: true,
      value: { changed: true },
    });
    expect(await changeContacts(actor, { applicationId, contacts })).toEqual({
      ok: true,
      value: { changed: false },
    });
    const events = await eventsOf(applicationId, "contacts.change");
    const fields = Object.keys(contacts).filter((name) => name !== "sbiCode");
    expect(events).toMatchObject([{ payload: { fields } }]);
    const system = { kind: "system", task: "test" } as const;
    const told = await asActor(system, (tx) => filedApplication(tx, applicationId));
    expect(told.contacts).toEqual(["kim@voorbeeld.example", "sam@voorbeeld.example"]);
    expect((await answers())[0]).toEqual(before);
    const reviewer = await aStaffMember(sql, ["reviewer"]);
    const [change] = await contactHistory(reviewer, applicationId);
    expect(change?.contacts).toEqual({ ...contacts, sbiCode: undefined });
  });

  test("of another employer or of a draft cannot be changed", async () => {
    const { applicationId } = await aFiledApplication(sql);
    await expect(changeContacts(await anEmployer(sql), { applicationId, contacts })).rejects.toThrow(
      NotFound,
    );
    const draft = await aCompleteDraft(sql);
    expect(await changeContacts(draft.actor, { applicationId: draft.applicationId, contacts })).toMatchObject(
      { refusal: { reason: "not-filed" } },
    );
  });
});

test("filing keeps the text of each agreed declaration", async () => {
  const { actor, applicationId } = await aFiledApplication(sql);
  const agreed = await asActor(actor, (tx) => agreementsOf(tx, applicationId));
  expect(agreed.map(({ name, textVersion }) => `${name} ${textVersion}`)).toEqual([
    "deMinimis 2026-1",
    "noDoubleFunding 2026-1",
    "notInsolvent 2026-1",
    "participantsInformed 2026-1",
    "truthful 2026-1",
  ]);
  expect(agreed.at(-1)?.text).toBe("Wat in deze aanvraag staat, is waar.");
  const stranger = await anEmployer(sql);
  expect(await asActor(stranger, (tx) => agreementsOf(tx, applicationId))).toEqual([]);
});
