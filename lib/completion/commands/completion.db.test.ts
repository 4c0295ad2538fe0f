import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { aCaseInReview, aCaseToComplete, belongsTo, movesOf, sinceDaysAgo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { aPdf } from "@/db/testing/files";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import type { Part, StoredDraft } from "@/lib/applications/draft";
import { addDocument } from "@/lib/documents/commands/add-document";
import { NotFound } from "@/lib/errors";
import { allSent } from "@/lib/letters/queries/all-sent";
import { asReceived } from "@/lib/letters/queries/as-received";
import { unseal } from "@/lib/privacy/seal";
import { completeApplication } from "./complete-application";
import { lapseCompletion } from "./lapse-completion";
import { requestCompletion } from "./request-completion";
import { saveAnswer, saveReply } from "./save-answer";
import { writeRequest } from "./write-request";

const { sql } = await testDatabase();
const OTHER_IBAN = "NL02 ABNA 0123 4567 89";
const SUBSTANCE = [{ key: "company.workPlace", listed: false, words: "Waar is het werk precies?" }];

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
const endOf = async ({ requestId }: Case) => {
  const [row] = await sql<{ end: string | null; endedOn: string | null }[]>`
    select "end", ended_on::text as "endedOn" from completion_requests where id = ${requestId}`;
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

describe("asking", () => {
  test("moves the case, is one event without a word of what is asked, and asks for one mail", async () => {
    const it = await aCaseToComplete(sql);
    expect(await stateOf(it.applicationId)).toMatchObject({ state: "completion_requested", version: 4 });
    const [event] = await sql`select payload from events where application_id = ${it.applicationId}
      and type = 'application.request_completion'`;
    expect(event?.payload).toMatchObject({ items: 1, shiftsRank: true });
    expect(JSON.stringify(event?.payload)).not.toContain("hoort niet");
    const jobs = await sql`select data from pgboss.job where data ->> 'applicationId' = ${it.applicationId}
      and data ->> 'kind' = 'completion_request'`;
    expect(jobs.map(({ data }) => data.about)).toEqual(["4"]);
  });

  test("again, on the version that was on screen, tells what happened", async () => {
    const it = await aCaseToComplete(sql);
    const again = { applicationId: it.applicationId, version: 3, revision: 1 };
    expect(await requestCompletion(it.reviewer, again)).toMatchObject({ refusal: { reason: "changed" } });
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "request_completion 4"]);
  });

  test("sends only what was looked over", async () => {
    const { reviewer, applicationId, version } = await aCaseInReview(sql);
    const seen = { applicationId, version };
    const items = [{ key: "bank.iban", listed: true, words: "" }];
    for (const revision of [1, 2])
      expect(await writeRequest(reviewer, { ...seen, items, dueOn: "2126-12-08" })).toMatchObject(
        revision > 0 ? { refusal: { reason: "deadline-too-late" } } : {},
      );
    expect(await requestCompletion(reviewer, { ...seen, revision: 1 })).toMatchObject({
      refusal: { reason: "rewritten" },
    });
  });

  test("is not for a decider, an official of that employer, or a case that is not in review", async () => {
    const inReview = await aCaseInReview(sql);
    const input = { applicationId: inReview.applicationId, version: 3, items: [], dueOn: "2026-12-08" };
    const decider = await aStaffMember(sql, ["decider"]);
    expect(await writeRequest(decider, input)).toMatchObject({ refusal: { reason: "not-yours-to-do" } });
    const own = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, own, inReview.actor);
    expect(await writeRequest(own, input)).toMatchObject({ refusal: { reason: "own-employer" } });
    const filed = await aFiledApplication(sql);
    expect(
      await writeRequest(inReview.reviewer, { ...input, applicationId: filed.applicationId, version: 2 }),
    ).toMatchObject({ refusal: { reason: "not-yours-to-do" } });
  });

  test("about what is not of this application asks nothing", async () => {
    const { reviewer, applicationId, version } = await aCaseInReview(sql);
    const items = [{ key: "trajectory:0198c0de-0000-7000-8000-000000000001.track", listed: true, words: "" }];
    expect(
      await writeRequest(reviewer, { applicationId, version, items, dueOn: "2026-12-08" }),
    ).toMatchObject({ refusal: { reason: "nothing-asked" } });
  });
});

describe("answering", () => {
  test("keeps what was typed, right or wrong, and shows it to nobody else before it is sent", async () => {
    const it = await aCaseToComplete(sql);
    expect(await answered(it, "geen iban")).toMatchObject({ ok: true, value: { revision: 2 } });
    const seen = (actor: Parameters<typeof asActor>[0]) =>
      asActor(actor, (tx) =>
        tx.execute(`select from completion_answers where request_id = '${it.requestId}'`),
      );
    expect((await seen(it.actor)).length).toBe(1);
    expect((await seen(it.reviewer)).length).toBe(0);
    expect((await seen(await anEmployer(sql))).length).toBe(0);
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

  test("keeps what the bank said of an account that stays the same", async () => {
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
    const answers = await unseal<StoredDraft>((await stateOf(it.applicationId)).answers);
    expect(answers.bank).toMatchObject({ iban: OTHER_IBAN, nameCheck: "match" });
  });

  test("with a file meets what was asked of a file, and no sooner than it came after the question", async () => {
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

  test("leaves the receipt as it was, and keeps everything that was sent", async () => {
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

  test("is about what was asked and nothing else", async () => {
    const it = await aCaseToComplete(sql);
    const other = { applicationId: it.applicationId, part: "company" as Part, answers: {}, revision: 1 };
    await expect(saveAnswer(it.actor, other)).rejects.toThrow(NotFound);
    await expect(
      saveReply(it.actor, { applicationId: it.applicationId, key: "company.sbiCode", words: "x" }),
    ).rejects.toThrow(NotFound);
  });
});

describe("completing", () => {
  test("replaces the answers, keeps the old ones and returns to the same reviewer, as one event", async () => {
    const it = await aCaseToComplete(sql, { tracks: ["general", "women"] });
    const before = await stateOf(it.applicationId);
    await answered(it);
    expect(await send(it)).toEqual({ ok: true, value: { completed: true } });
    const after = await stateOf(it.applicationId);
    expect(after).toMatchObject({ state: "in_review", version: 5, assignee: it.reviewer.personId });
    expect(after.answersVersion).toBe(before.answersVersion + 1);
    expect((await unseal<StoredDraft>(after.answers)).bank?.iban).toBe(OTHER_IBAN);
    const [old] = await sql`select answers, requested_cents::int as requested from answer_versions
      where application_id = ${it.applicationId} and answers_version = ${before.answersVersion}`;
    expect(old).toEqual({ answers: before.answers, requested: before.requested });
    expect(await endOf(it)).toEqual({ end: "completed", endedOn: it.today });
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

  test("of a question on substance leaves the rank day as it was; words are an answer too", async () => {
    const it = await aCaseToComplete(sql, { items: SUBSTANCE });
    await sinceDaysAgo(sql, it.applicationId, 5);
    const before = await stateOf(it.applicationId);
    expect(await send(it, 0)).toMatchObject({
      refusal: { reason: "items-open", keys: ["company.workPlace"] },
    });
    const reply = { applicationId: it.applicationId, key: "company.workPlace", words: "In Utrecht-Oost." };
    await saveReply(it.actor, reply);
    await send(it);
    expect(await stateOf(it.applicationId)).toMatchObject({ state: "in_review", rankDay: before.rankDay });
  });

  test("computes the amount and each trajectory anew", async () => {
    const keys: string[] = [];
    const inReview = await aCaseInReview(sql, { tracks: ["general", "general"] });
    const { trajectories } = await unseal<StoredDraft>((await stateOf(inReview.applicationId)).answers);
    keys.push(...trajectories.map(({ key }) => key));
    const part: Part = `trajectory:${keys[1]}`;
    const items = [{ key: `${part}.track`, listed: true, words: "" }];
    const { reviewer, applicationId } = inReview;
    const written = await writeRequest(reviewer, {
      applicationId,
      version: 3,
      items,
      dueOn: await in14Days(),
    });
    if (!written.ok) throw new Error(written.refusal.reason);
    const asked = await requestCompletion(reviewer, { applicationId, version: 3, ...written.value });
    if (!asked.ok) throw new Error(asked.refusal.reason);
    const women = { track: "women", womenAgrees: "yes", womenExtraHours: "24", womenMeasures: ["network"] };
    const answers = { ...trajectories[1]?.answers, ...women };
    await saveAnswer(inReview.actor, { applicationId, part, answers, revision: 1 });
    await completeApplication(inReview.actor, { applicationId, ...asked.value, revision: 1 });
    const rows =
      await sql`select number, track, requested_cents::int as cents, person_key = ${String(trajectories[1]?.answers.personKey)} as same
      from trajectories where application_id = ${applicationId} order by number`;
    expect(rows).toMatchObject([{ track: "general" }, { track: "women", same: true }]);
    expect((await stateOf(applicationId)).requested).toBe(rows[0]?.cents + rows[1]?.cents);
  });

  test("on the last day is in time, and a day later is not", async () => {
    const [inTime, late] = [await aCaseToComplete(sql), await aCaseToComplete(sql)];
    const days = daysUntil(inTime);
    await answered(inTime);
    await answered(late);
    await sinceDaysAgo(sql, inTime.applicationId, await days);
    await sinceDaysAgo(sql, late.applicationId, (await days) + 1);
    expect(await send(inTime)).toMatchObject({ ok: true });
    expect(await send(late)).toMatchObject({ refusal: { reason: "too-late-to-complete" } });
  });

  test("of what was saved again since it was looked over is refused", async () => {
    const it = await aCaseToComplete(sql);
    await answered(it);
    await saveReply(it.actor, { applicationId: it.applicationId, key: "bank.iban", words: "Nieuwe bank." });
    expect(await send(it, 1)).toMatchObject({ refusal: { reason: "changed-since-check" } });
    expect(await send(it, 2)).toMatchObject({ ok: true });
  });

  test("is nothing that another employer can find", async () => {
    const it = await aCaseToComplete(sql);
    const stranger = { ...it, actor: await anEmployer(sql) };
    await expect(answered(stranger)).rejects.toThrow(NotFound);
    await expect(send(stranger)).rejects.toThrow(NotFound);
    const reply = { applicationId: it.applicationId, key: "bank.iban", words: "x" };
    await expect(saveReply(stranger.actor, reply)).rejects.toThrow(NotFound);
  });
});

const in14Days = async () => {
  const [row] = await sql<
    { day: string }[]
  >`select ((portal_now() at time zone 'Europe/Amsterdam')::date + 14)::text as day`;
  return row?.day ?? "";
};
const daysUntil = async ({ requestId }: Case) => {
  const [row] = await sql<
    { days: number }[]
  >`select due_on - asked_on as days from completion_requests where id = ${requestId}`;
  return row?.days ?? 0;
};

describe("when time passes", () => {
  test("a reviewer notes it, once, from the day after the last day", async () => {
    const it = await aCaseToComplete(sql);
    const seen = { applicationId: it.applicationId, version: 4 };
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ refusal: { reason: "term-not-over" } });
    const days = await daysUntil(it);
    await sinceDaysAgo(sql, it.applicationId, days);
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ refusal: { reason: "term-not-over" } });
    await sinceDaysAgo(sql, it.applicationId, 1);
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ ok: true });
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ refusal: { reason: "changed" } });
    expect(await endOf(it)).toMatchObject({ end: "lapsed" });
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "request_completion 4", "lapse 5"]);
  });

  test("withdrawing works meanwhile", async () => {
    const it = await aCaseToComplete(sql);
    expect(await withdrawApplication(it.actor, { applicationId: it.applicationId })).toMatchObject({
      ok: true,
    });
    expect(await endOf(it)).toEqual({ end: "withdrawn", endedOn: it.today });
    expect(await send(it)).toMatchObject({ refusal: { reason: "not-asked", state: "withdrawn" } });
  });
});

test("of all that can happen at once, exactly one does", async () => {
  for (let round = 0; round < 6; round++) {
    const it = await aCaseToComplete(sql);
    await answered(it);
    const days = await daysUntil(it);
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
    expect((await endOf(it))?.end).toBe(completed.ok ? "completed" : lapsed.ok ? "lapsed" : "withdrawn");
    expect((await stateOf(it.applicationId)).state).toBe("withdrawn");
  }
});
