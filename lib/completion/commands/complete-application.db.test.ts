import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview, aCaseToComplete, askFor, movesOf, requestOf, sinceDaysAgo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { anEmployer } from "@/db/testing/factories";
import { aPdf } from "@/db/testing/files";
import type { Part, StoredDraft } from "@/lib/answers/draft";
import { addDocument } from "@/lib/documents/commands/add-document";
import { NotFound } from "@/lib/errors";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { allSent } from "@/lib/letters/queries/all-sent";
import { asReceived } from "@/lib/letters/queries/as-received";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { completeApplication } from "./complete-application";
import { lapseCompletion } from "./lapse-completion";
import { saveAnswer, saveReply } from "./save-answer";

const { sql } = await testDatabase();
const OTHER_IBAN = "NL02 ABNA 0123 4567 89";
const SUBSTANCE = [{ key: "company.city", listed: false, words: "Waar is het werk precies?" }];

type Case = Awaited<ReturnType<typeof aCaseToComplete>>;

const stateOf = async (applicationId: string) => {
  const [row] = await sql<
    {
      state: string;
      version: number;
      answers: string;
      answersVersion: number;
      requested: number;
      rankDay: string;
      assignee: string;
    }[]
  >`select state, version, answers, answers_version as "answersVersion", requested_cents::int as requested,
      rank_day::text as "rankDay", assignee_id as assignee from applications where id = ${applicationId}`;
  if (!row) throw new Error("no application");
  return row;
};
const answered = (it: Case, iban = OTHER_IBAN) =>
  saveAnswer(it.actor, {
    applicationId: it.applicationId,
    part: "bank",
    answers: { iban, accountName: "Voorbeeld BV" },
    revision: 1,
  });
const send = (it: Case, revision = 1) =>
  completeApplication(it.actor, { applicationId: it.applicationId, requestId: it.requestId, revision });

describe("an answer to a request", () => {
  test("is kept as typed, right or wrong, and nobody else sees it before it is sent", async () => {
    const it = await aCaseToComplete(sql);
    expect(await answered(it, "geen iban")).toMatchObject({ ok: true, value: { revision: 2 } });
    const seen = (actor: Parameters<typeof asActor>[0]) =>
      asActor(actor, (tx) =>
        tx.execute(`select from completion_answers where request_id = '${it.requestId}'`),
      );
    expect((await seen(it.actor)).rowCount).toBe(1);
    expect((await seen(it.reviewer)).rowCount).toBe(0);
    expect((await seen(await anEmployer(sql))).rowCount).toBe(0);
    expect(await send(it)).toMatchObject({ refusal: { reason: "incomplete" } });
  });

  test("does not overwrite what a colleague saved", async () => {
    const it = await aCaseToComplete(sql);
    await answered(it);
    expect(await answered(it, "NL91 ABNA 0417 1643 00")).toMatchObject({
      refusal: { reason: "changed-elsewhere", theirs: { iban: OTHER_IBAN } },
    });
    expect(await answered(it)).toMatchObject({ ok: true, value: { revision: 2 } });
  });

  test("keeps the answer of the bank about an unchanged account", async () => {
    const items = [{ key: "bank.whole", listed: false, words: "Is dit uw zakelijke rekening?" }];
    const it = await aCaseToComplete(sql, { items });
    let asked = 0;
    const save = (accountName: string, revision: number) =>
      saveAnswer(
        it.actor,
        {
          applicationId: it.applicationId,
          part: "bank",
          answers: { iban: OTHER_IBAN, accountName },
          revision,
        },
        async () => {
          asked += 1;
          return { outcome: "match" };
        },
      );
    await save("Voorbeeld BV", 1);
    await save("Voorbeeld BV", 2);
    expect(asked).toBe(1);
    expect(await send(it, 2)).toMatchObject({ ok: true });
    const answers = await unseal<StoredDraft>(
      (await stateOf(it.applicationId)).answers,
      answersOfApplication(it.applicationId),
    );
    expect(answers.bank).toMatchObject({ iban: OTHER_IBAN, nameCheck: "match" });
  });

  test("meets an item about a file only with a file that was added after the request", async () => {
    const items = [{ key: "documents.bank_statement", listed: true, words: "De naam is onleesbaar." }];
    const it = await aCaseToComplete(sql, { items });
    expect(await send(it, 0)).toMatchObject({
      refusal: { reason: "items-open", keys: ["documents.bank_statement"] },
    });
    const { applicationId } = it;
    const bytes = aPdf("Beter leesbaar");
    await addDocument(it.actor, { applicationId, kind: "bank_statement", name: "Afschrift.pdf", bytes });
    expect(await send(it, 0)).toMatchObject({ ok: true });
    expect(await stateOf(applicationId)).toMatchObject({ state: "in_review" });
    expect(await movesOf(sql, applicationId)).toContain("complete 5");
  });

  test("leaves the receipt unchanged, and keeps everything that was sent before", async () => {
    const it = await aCaseToComplete(sql, { tracks: ["general", "women"] });
    const { actor, applicationId } = it;
    await sinceDaysAgo(sql, applicationId, 3);
    const before = await asReceived(actor, applicationId);
    await answered(it);
    expect(await send(it)).toMatchObject({ ok: true });
    const after = await asReceived(actor, applicationId);
    expect(after?.received).toEqual(before?.received);
    expect(after?.received.trajectories).toEqual([
      { number: 1, track: "general" },
      { number: 2, track: "women" },
    ]);
    expect(after?.rankDayNow).not.toBe(after?.received.rankDay);
    const sent = await allSent(actor, applicationId);
    expect(sent?.versions.map(({ draft }) => draft.bank?.iban)).toEqual([expect.any(String), OTHER_IBAN]);
    const stranger = await anEmployer(sql);
    expect(await asReceived(stranger, applicationId)).toBeUndefined();
    expect(await allSent(stranger, applicationId)).toBeUndefined();
  });

  test("needs the files that filing needs", async () => {
    const it = await aCaseToComplete(sql);
    await answered(it);
    await sql`update documents set scan = 'infected' where application_id = ${it.applicationId}`;
    expect(await send(it)).toMatchObject({ refusal: { reason: "documents-missing" } });
    const { applicationId } = it;
    const bytes = aPdf("Zonder virus");
    await addDocument(it.actor, { applicationId, kind: "bank_statement", name: "Afschrift.pdf", bytes });
    expect(await send(it)).toMatchObject({ ok: true });
  });

  test("that is saved again changes nothing, and is no event before it is sent", async () => {
    const it = await aCaseToComplete(sql);
    const kept = () =>
      sql`select revision, answers from completion_answers where request_id = ${it.requestId}`;
    const explain = () =>
      saveReply(it.actor, { applicationId: it.applicationId, key: "bank.iban", words: "Zo staat het daar." });
    await answered(it);
    await explain();
    const before = [...(await kept())];
    expect(await answered(it)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await explain()).toEqual({ ok: true, value: true });
    expect([...(await kept())]).toEqual(before);
    const events = await sql`select type from events where application_id = ${it.applicationId}
      and actor_kind = 'employer' and type like 'completion.%'`;
    expect(events).toHaveLength(0);
  });

  test("is limited to the parts that were asked about", async () => {
    const it = await aCaseToComplete(sql);
    const other = { applicationId: it.applicationId, part: "company" as Part, answers: {}, revision: 1 };
    await expect(saveAnswer(it.actor, other)).rejects.toThrow(NotFound);
    await expect(
      saveReply(it.actor, { applicationId: it.applicationId, key: "company.sbiCode", words: "x" }),
    ).rejects.toThrow(NotFound);
  });
});

describe("a completion", () => {
  test("replaces the answers, keeps the old ones and returns to the same reviewer, as one event", async () => {
    const it = await aCaseToComplete(sql, { tracks: ["general", "women"] });
    const before = await stateOf(it.applicationId);
    await answered(it);
    expect(await send(it)).toEqual({ ok: true, value: { completed: true } });
    const after = await stateOf(it.applicationId);
    expect(after).toMatchObject({ state: "in_review", version: 5, assignee: it.reviewer.personId });
    expect(after.answersVersion).toBe(before.answersVersion + 1);
    expect(
      (await unseal<StoredDraft>(after.answers, answersOfApplication(it.applicationId))).bank?.iban,
    ).toBe(OTHER_IBAN);
    const [old] = await sql`select answers, requested_cents::int as requested from answer_versions
      where application_id = ${it.applicationId} and answers_version = ${before.answersVersion}`;
    expect(old).toEqual({ answers: before.answers, requested: before.requested });
    expect(await requestOf(sql, it)).toMatchObject({ end: "completed", endedOn: it.today });
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "request_completion 4", "complete 5"]);
  });

  test("again changes nothing", async () => {
    const it = await aCaseToComplete(sql);
    await answered(it);
    await send(it);
    const after = await stateOf(it.applicationId);
    expect(await send(it)).toEqual({ ok: true, value: { completed: true } });
    expect(await stateOf(it.applicationId)).toEqual(after);
  });

  test("moves the rank day to the day of completion when a listed item was missing", async () => {
    const it = await aCaseToComplete(sql);
    await sinceDaysAgo(sql, it.applicationId, 5);
    const before = await stateOf(it.applicationId);
    await answered(it);
    await send(it);
    expect((await stateOf(it.applicationId)).rankDay).toBe(it.today);
    const [old] =
      await sql`select rank_day::text as day from answer_versions where application_id = ${it.applicationId}`;
    expect(old?.day).toBe(before.rankDay);
  });

  test("of a question on substance keeps the rank day, also when the answer is an explanation", async () => {
    const it = await aCaseToComplete(sql, { items: SUBSTANCE });
    await sinceDaysAgo(sql, it.applicationId, 5);
    const before = await stateOf(it.applicationId);
    expect(await send(it, 0)).toMatchObject({
      refusal: { reason: "items-open", keys: ["company.city"] },
    });
    const reply = { applicationId: it.applicationId, key: "company.city", words: "In Utrecht-Oost." };
    await saveReply(it.actor, reply);
    await send(it);
    expect(await stateOf(it.applicationId)).toMatchObject({ state: "in_review", rankDay: before.rankDay });
  });

  test("computes the amount and each trajectory again", async () => {
    const inReview = await aCaseInReview(sql, { tracks: ["general", "general"] });
    const { trajectories } = await unseal<StoredDraft>(
      (await stateOf(inReview.applicationId)).answers,
      answersOfApplication(inReview.applicationId),
    );
    const part: Part = `trajectory:${trajectories[1]?.key}`;
    const it = await askFor(sql, inReview, { items: [{ key: `${part}.track`, listed: true, words: "" }] });
    const { actor, applicationId } = it;
    const women = { track: "women", womenAgrees: "yes", womenExtraHours: "24", womenMeasures: ["network"] };
    const answers = { ...trajectories[1]?.answers, ...women };
    await saveAnswer(actor, { applicationId, part, answers, revision: 1 });
    await send(it);
    const rows =
      await sql`select number, track, requested_cents::int as cents, person_key = ${String(trajectories[1]?.answers.personKey)} as same
      from trajectories where application_id = ${applicationId} order by number`;
    expect(rows).toMatchObject([{ track: "general" }, { track: "women", same: true }]);
    expect((await stateOf(applicationId)).requested).toBe(rows[0]?.cents + rows[1]?.cents);
  });

  test("on the last day is in time, and a day later is not", async () => {
    const [inTime, late] = [await aCaseToComplete(sql), await aCaseToComplete(sql)];
    const { days } = await requestOf(sql, inTime);
    await answered(inTime);
    await answered(late);
    await sinceDaysAgo(sql, inTime.applicationId, days);
    await sinceDaysAgo(sql, late.applicationId, days + 1);
    expect(await send(inTime)).toMatchObject({ ok: true });
    expect(await send(late)).toMatchObject({ refusal: { reason: "too-late-to-complete" } });
  });

  test("is refused when the answer was saved again since the preview", async () => {
    const it = await aCaseToComplete(sql);
    await answered(it);
    await saveReply(it.actor, { applicationId: it.applicationId, key: "bank.iban", words: "Nieuwe bank." });
    expect(await send(it, 1)).toMatchObject({ refusal: { reason: "changed-since-check" } });
    expect(await send(it, 2)).toMatchObject({ ok: true });
  });

  test("is not found by another employer", async () => {
    const it = await aCaseToComplete(sql);
    const stranger = { ...it, actor: await anEmployer(sql) };
    await expect(answered(stranger)).rejects.toThrow(NotFound);
    await expect(send(stranger)).rejects.toThrow(NotFound);
    const reply = { applicationId: it.applicationId, key: "bank.iban", words: "x" };
    await expect(saveReply(stranger.actor, reply)).rejects.toThrow(NotFound);
  });

  test("is refused after a withdrawal", async () => {
    const it = await aCaseToComplete(sql);
    expect(await withdrawApplication(it.actor, { applicationId: it.applicationId })).toMatchObject({
      ok: true,
    });
    expect(await requestOf(sql, it)).toMatchObject({ end: "withdrawn", endedOn: it.today });
    expect(await send(it)).toMatchObject({ refusal: { reason: "not-asked", state: "withdrawn" } });
  });
});

test("is one of several moves at once, of which exactly one happens", async () => {
  for (let round = 0; round < 6; round++) {
    const it = await aCaseToComplete(sql);
    await answered(it);
    const days = (await requestOf(sql, it)).days;
    await sinceDaysAgo(sql, it.applicationId, round % 2 ? days + 1 : days);
    const seen = { applicationId: it.applicationId, version: 4 };
    const [completed, lapsed, withdrawn] = await Promise.all([
      send(it),
      lapseCompletion(it.reviewer, seen),
      withdrawApplication(it.actor, { applicationId: it.applicationId }),
    ]);
    const moves = (await movesOf(sql, it.applicationId)).map((move) => move.split(" ")[0]);
    expect(withdrawn.ok).toBe(true);
    expect(moves.filter((move) => move === "complete").length).toBe(completed.ok ? 1 : 0);
    expect(moves.filter((move) => move === "lapse").length).toBe(lapsed.ok ? 1 : 0);
    expect(completed.ok && lapsed.ok).toBe(false);
    expect((await requestOf(sql, it)).end).toBe(
      completed.ok ? "completed" : lapsed.ok ? "lapsed" : "withdrawn",
    );
    expect((await stateOf(it.applicationId)).state).toBe("withdrawn");
  }
});
