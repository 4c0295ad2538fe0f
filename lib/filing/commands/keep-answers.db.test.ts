import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anIban, aPersonNumber, validTrajectory } from "@/db/testing/answers";
import { aCaseToComplete } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer } from "@/db/testing/factories";
import type { Employer } from "@/lib/actor";
import { forgetAnswers, tidyAnswers } from "@/lib/answers/commands/forget-answers";
import {
  CONTACTS_PLACE,
  completionPlace,
  type KeptPlace,
  QUESTION_PLACE,
  RESPONSE_PLACE,
  replyPlace,
} from "@/lib/answers/kept-place";
import { typedAt } from "@/lib/answers/queries/kept-answers";
import { findTimedOutSession } from "@/lib/auth/queries/find-timed-out-session";
import { hashOf, newToken } from "@/lib/auth/token";
import { saveAnswer, saveReply } from "@/lib/completion/commands/save-answer";
import { askQuestion } from "@/lib/correspondence/commands/ask-question";
import { changeContacts } from "@/lib/correspondence/commands/change-contacts";
import { dayOf } from "@/lib/dates";
import { respond } from "@/lib/decisions/commands/respond";
import { NotFound } from "@/lib/errors";
import { checkDraft } from "@/lib/filing/queries/check-draft";
import { readDraft } from "@/lib/filing/queries/read-draft";
import type { RawSection } from "@/lib/form-state";
import { addTrajectory } from "./add-trajectory";
import { keepAnswers } from "./keep-answers";
import { savePart } from "./save-part";

const { sql } = await testDatabase();
const TYPED = { contactName: "Getypt na het uitloggen", city: "Zeist" };

async function seen(actor: Employer, applicationId: string) {
  const draft = await readDraft(actor, applicationId);
  if (!draft || draft === "filed") throw new Error("no draft");
  return draft;
}
const keptRows = (applicationId: string) =>
  sql<{ answers: string }[]>`select answers from kept_answers where application_id = ${applicationId}`;

test("kept answers are sealed, come back to the person who typed them, and change nothing in the draft", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const colleague = await anEmployer(sql, actor);
  const before = await seen(actor, applicationId);
  await keepAnswers(actor, { applicationId, place: "company", answers: TYPED, revision: 1 });
  await keepAnswers(actor, { applicationId, place: "company", answers: TYPED, revision: 1 });

  const after = await seen(actor, applicationId);
  expect(after).toMatchObject({ sections: before.sections, answersVersion: before.answersVersion });
  expect([...after.typed]).toEqual([["company", { answers: TYPED, revision: 1, personKnown: false }]]);
  expect(await seen(colleague, applicationId)).toEqual(before);
  expect(await checkDraft(actor, applicationId)).toMatchObject({
    ...{ typed: after.typed, sections: before.sections },
  });
  const rows = await keptRows(applicationId);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.answers).not.toContain("Getypt");
  const events = await sql`select type from events where application_id = ${applicationId}`;
  expect(events).toHaveLength(1);
});

test("once they are saved or discarded, nothing is kept", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const keep = () => keepAnswers(actor, { applicationId, place: "company", answers: TYPED, revision: 1 });
  await keep();
  await savePart(actor, { applicationId, part: "company", answers: TYPED, revision: 1 });
  expect(await keptRows(applicationId)).toHaveLength(0);
  await keep();
  await forgetAnswers(await anEmployer(sql, actor), applicationId);
  await forgetAnswers(await anEmployer(sql), applicationId);
  expect(await keptRows(applicationId)).toHaveLength(1);
  await forgetAnswers(actor, applicationId);
  await forgetAnswers(actor, applicationId);
  expect(await seen(actor, applicationId)).toMatchObject({ typed: new Map() });
});

test("they do not overwrite what a colleague saved meanwhile, and stay kept", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const colleague = await anEmployer(sql, actor);
  await keepAnswers(actor, { applicationId, place: "company", answers: TYPED, revision: 1 });
  await savePart(colleague, { applicationId, part: "company", answers: { city: "Anders" }, revision: 1 });
  const late = await savePart(actor, { applicationId, part: "company", answers: TYPED, revision: 1 });
  expect(late).toMatchObject({ refusal: { reason: "changed-elsewhere", theirs: { city: "Anders" } } });
  expect(await keptRows(applicationId)).toHaveLength(1);
});

test("a number is kept as a key, and counts when what was typed is asked for, not silently", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const key = randomUUID();
  await addTrajectory(actor, { applicationId, key });
  const part = `trajectory:${key}` as const;
  const answers = {
    ...validTrajectory("werkgeverssubsidie", dayOf(new Date())),
    personNumber: aPersonNumber(),
  };
  await keepAnswers(actor, { applicationId, place: part, answers, revision: 0 });
  const { typed } = await seen(actor, applicationId);
  expect(typed.get(part)).toMatchObject({ personKnown: true, revision: 0 });
  const { personNumber: _typed, ...again } = answers;
  await savePart(actor, { applicationId, part, answers: again, revision: 0, isAutosave: true });
  expect((await seen(actor, applicationId)).trajectories.at(-1)).toMatchObject({ personKnown: false });
  await savePart(actor, { applicationId, part, answers: again, revision: 1, isTyped: true });
  const saved = await seen(actor, applicationId);
  expect(saved.trajectories.at(-1)).toMatchObject({ personKnown: true, revision: 2 });
  expect(saved.progress.find((one) => one.part === part)).toMatchObject({ state: "done" });
});

test("answers about another person, whose number was mistyped, never get the number of the person who is stored", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const stored = (await seen(actor, applicationId)).trajectories[0];
  const part = `trajectory:${stored?.key}` as const;
  expect(stored).toMatchObject({ personKnown: true });
  const answers = { ...stored?.answers, pseudonym: "een ander", personNumber: "12" };
  await keepAnswers(actor, { applicationId, place: part, answers, revision: stored?.revision ?? 0 });
  const again = { ...answers, personNumber: "" };
  const revision = stored?.revision ?? 0;
  await savePart(actor, { applicationId, part, answers: again, revision, isTyped: true, isAutosave: true });
  expect((await seen(actor, applicationId)).trajectories[0]).toMatchObject({
    personKnown: false,
    answers: { pseudonym: "een ander" },
  });
});

describe("about a filed application", () => {
  const keep = (by: Employer, applicationId: string, place: KeptPlace, answers: RawSection) =>
    keepAnswers(by, { applicationId, place, answers, revision: 1 });

  test("kept answers are for the person who typed them, and for nobody else", async () => {
    const { actor, applicationId } = await aFiledApplication(sql);
    const colleague = await anEmployer(sql, actor);
    await keep(actor, applicationId, QUESTION_PLACE, { question: "Getypt na het uitloggen" });
    await keep(actor, applicationId, QUESTION_PLACE, { question: "En nog eens" });
    expect(await typedAt(actor, applicationId, QUESTION_PLACE)).toMatchObject({
      answers: { question: "En nog eens" },
    });
    expect(await typedAt(colleague, applicationId, QUESTION_PLACE)).toBeUndefined();
    expect(await keptRows(applicationId)).toHaveLength(1);
    await expect(keep(await anEmployer(sql), applicationId, QUESTION_PLACE, {})).rejects.toThrow(NotFound);
    const draft = await aCompleteDraft(sql);
    await expect(keep(draft.actor, draft.applicationId, QUESTION_PLACE, {})).rejects.toThrow(NotFound);
  });

  test("they are deleted once they are sent, and stay until then", async () => {
    const { actor, applicationId } = await aFiledApplication(sql);
    await keep(actor, applicationId, QUESTION_PLACE, { question: "Mag dit?" });
    await keep(actor, applicationId, CONTACTS_PLACE, { contactName: "Kim" });
    await keep(actor, applicationId, RESPONSE_PLACE, { response: "Nee." });
    await askQuestion(actor, { applicationId, id: randomUUID(), question: "Mag dit?" });
    await changeContacts(actor, { applicationId, contacts: { contactName: "Kim" } });
    await respond(actor, { applicationId, response: "Nee." });
    const places = [QUESTION_PLACE, CONTACTS_PLACE, RESPONSE_PLACE] as const;
    const kept = await Promise.all(places.map((place) => typedAt(actor, applicationId, place)));
    expect(kept.map((each) => each !== undefined)).toEqual([false, false, true]);
  });

  test("an answer to a request is kept by request; a number as a key that need not be typed again", async () => {
    const items = [{ key: "company.city", listed: true, words: "Deze plaats kennen wij niet." }];
    const it = await aCaseToComplete(sql, { items });
    const company = completionPlace(it.requestId, "company");
    const words = replyPlace(it.requestId, "company.city");
    const person = completionPlace(it.requestId, `trajectory:${randomUUID()}`);
    await keep(it.actor, it.applicationId, person, { pseudonym: "Z", personNumber: aPersonNumber() });
    const known = await typedAt(it.actor, it.applicationId, person);
    expect(known).toMatchObject({ answers: { pseudonym: "Z" }, personKnown: true });
    expect(JSON.stringify(known)).not.toMatch(/[0-9a-f]{64}/);
    await keep(it.actor, it.applicationId, company, TYPED);
    await keep(it.actor, it.applicationId, words, { reply: "Zo is het." });
    const { applicationId } = it;
    await saveAnswer(it.actor, { applicationId, part: "company", answers: TYPED, revision: 1 });
    expect(await typedAt(it.actor, applicationId, company)).toBeUndefined();
    expect(await typedAt(it.actor, applicationId, words)).toBeDefined();
    await saveReply(it.actor, { applicationId, key: "company.city", words: "Zo is het." });
    expect(await typedAt(it.actor, applicationId, words)).toBeUndefined();
  });
});

test("a stranger's draft, a filed one, and an absent part are not found", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const filed = await aFiledApplication(sql);
  const keep = (by: Employer, id: string, place: KeptPlace = "company") =>
    keepAnswers(by, { applicationId: id, place, answers: TYPED, revision: 0 });
  await expect(keep(await anEmployer(sql), applicationId)).rejects.toThrow(NotFound);
  await expect(keep(filed.actor, filed.applicationId)).rejects.toThrow(NotFound);
  await expect(keep(actor, applicationId, `trajectory:${randomUUID()}`)).rejects.toThrow(NotFound);
});

test("after a day they are not shown, and then deleted", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  await keepAnswers(actor, { applicationId, place: "company", answers: TYPED, revision: 1 });
  await tidyAnswers();
  expect(await keptRows(applicationId)).toHaveLength(1);
  await setClock(new Date(Date.now() + 25 * 60 * 60 * 1000));
  expect(await seen(actor, applicationId)).toMatchObject({ typed: new Map() });
  await tidyAnswers();
  expect(await keptRows(applicationId)).toHaveLength(0);
  await setClock(null);
});

test("an account and declarations are never kept", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  const filed = await aFiledApplication(sql);
  for (const part of ["bank", "declarations"] as const) {
    await expect(
      keepAnswers(actor, { applicationId, place: part, answers: { iban: anIban() }, revision: 1 }),
    ).rejects.toThrow(NotFound);
    const place = completionPlace(randomUUID(), part);
    await expect(
      keepAnswers(filed.actor, { applicationId: filed.applicationId, place, answers: {}, revision: 1 }),
    ).rejects.toThrow(NotFound);
  }
  const [row] =
    await sql`select count(*)::int as n from kept_answers where application_id in (${applicationId}, ${filed.applicationId})`;
  expect(row?.n).toBe(0);
});

describe("a session that has ended", () => {
  async function aSessionOf(actor: Employer, change: string) {
    const token = newToken();
    await sql`insert into sessions (token_hash, person_id, organisation_id, assurance, authenticated_at, last_seen_at, expires_at)
      values (${hashOf(token)}, ${actor.personId}, ${actor.organisationId}, 'loa3', now() - interval '2 hours', now() - interval '1 hour', now() + interval '6 hours')`;
    await sql.unsafe(`update sessions set ${change} where token_hash = $1`, [hashOf(token)]);
    return token;
  }

  test.each([
    ["by a silence too long", "last_seen_at = now() - interval '1 hour'", true],
    [
      "by the hours since signing in",
      "authenticated_at = now() - interval '9 hours', expires_at = now() - interval '1 hour'",
      true,
    ],
    ["more than a day ago", "last_seen_at = now() - interval '25 hours'", false],
    ["by signing out", "ended_at = now()", false],
  ])("%s", async (_how, change, isKnown) => {
    const actor = await anEmployer(sql);
    const known = await findTimedOutSession(await aSessionOf(actor, change));
    const { personId, organisationId } = actor;
    if (isKnown)
      expect(known).toMatchObject({ kind: "employer", personId, organisationId, assurance: "loa3" });
    else expect(known).toBeUndefined();
    expect(await findTimedOutSession(newToken())).toBeUndefined();
  });

  test("by signing out keeps nothing in the database, even if the web process asks for it", async () => {
    const { actor, applicationId } = await aCompleteDraft(sql);
    await sql`update sessions set ended_at = portal_now() where id = ${actor.sessionId}`;
    await expect(
      keepAnswers(actor, { applicationId, place: "company", answers: TYPED, revision: 1 }),
    ).rejects.toThrow(NotFound);
    expect(await keptRows(applicationId)).toHaveLength(0);
  });
});
