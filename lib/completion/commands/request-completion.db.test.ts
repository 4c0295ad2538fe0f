import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  aCaseInReview,
  aCaseToComplete,
  belongsTo,
  movesOf,
  requestOf,
  sinceDaysAgo,
} from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember } from "@/db/testing/factories";
import { addDays, dayOf } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { lapseCompletion } from "./lapse-completion";
import { requestCompletion } from "./request-completion";
import { writeRequest } from "./write-request";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const IN_TWO_WEEKS = addDays(dayOf(clock?.now ?? new Date(0)), 14);

describe("a request to complete", () => {
  test("moves the case, has one event without its items, and asks for one mail", async () => {
    const it = await aCaseToComplete(sql);
    const [row] = await sql`select state, version from applications where id = ${it.applicationId}`;
    expect(row).toEqual({ state: "completion_requested", version: 4 });
    const [event] = await sql`select payload from events where application_id = ${it.applicationId}
      and type = 'application.request_completion'`;
    expect(event?.payload).toMatchObject({ items: 1, shiftsRank: true });
    expect(JSON.stringify(event?.payload)).not.toContain("hoort niet");
    const jobs = await sql`select data from pgboss.job where data ->> 'applicationId' = ${it.applicationId}
      and data ->> 'kind' = 'completion_request'`;
    expect(jobs.map(({ data }) => data.about)).toEqual(["4"]);
  });

  test("that is sent again on the same version is told what happened", async () => {
    const it = await aCaseToComplete(sql);
    const again = { applicationId: it.applicationId, version: 3, conceptId: randomUUID() };
    expect(await requestCompletion(it.reviewer, again)).toMatchObject({ refusal: { reason: "changed" } });
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "request_completion 4"]);
  });

  test("is sent only as previewed", async () => {
    const { reviewer, applicationId, version } = await aCaseInReview(sql);
    const seen = { applicationId, version };
    const items = [{ key: "bank.iban", listed: true, words: "" }];
    expect(await writeRequest(reviewer, { ...seen, items, dueOn: "2126-12-08" })).toMatchObject({
      refusal: { reason: "deadline-too-late" },
    });
    const write = async () => {
      const written = await writeRequest(reviewer, { ...seen, items, dueOn: IN_TWO_WEEKS });
      return written.ok ? written.value : { conceptId: "" };
    };
    const [first, second] = [await write(), await write()];
    expect(await requestCompletion(reviewer, { ...seen, ...first })).toMatchObject({
      refusal: { reason: "rewritten" },
    });
    expect((await requestCompletion(reviewer, { ...seen, ...second })).ok).toBe(true);
    expect(await readConcept(reviewer, applicationId, "completion_request")).toBeUndefined();
  });

  test("is refused to a decider, a member of the employer, and for a case that is not in review", async () => {
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

  test("without an item of this application is refused", async () => {
    const { reviewer, applicationId, version } = await aCaseInReview(sql);
    const items = [{ key: "trajectory:0198c0de-0000-7000-8000-000000000001.track", listed: true, words: "" }];
    expect(
      await writeRequest(reviewer, { applicationId, version, items, dueOn: "2026-12-08" }),
    ).toMatchObject({ refusal: { reason: "nothing-asked" } });
  });
});

describe("a lapse", () => {
  test("is recorded by a reviewer, once, from the day after the last day", async () => {
    const it = await aCaseToComplete(sql);
    const seen = { applicationId: it.applicationId, version: 4 };
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ refusal: { reason: "term-not-over" } });
    const days = (await requestOf(sql, it)).days;
    await sinceDaysAgo(sql, it.applicationId, days);
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ refusal: { reason: "term-not-over" } });
    await sinceDaysAgo(sql, it.applicationId, 1);
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ ok: true });
    expect(await lapseCompletion(it.reviewer, seen)).toMatchObject({ refusal: { reason: "changed" } });
    expect(await requestOf(sql, it)).toMatchObject({ end: "lapsed" });
    expect(await movesOf(sql, it.applicationId)).toEqual(["take_up 3", "request_completion 4", "lapse 5"]);
  });

  test("is refused to others than a reviewer", async () => {
    const it = await aCaseToComplete(sql);
    const seen = { applicationId: it.applicationId, version: 4 };
    await sinceDaysAgo(sql, it.applicationId, (await requestOf(sql, it)).days + 1);
    const decider = await aStaffMember(sql, ["decider"]);
    expect(await lapseCompletion(decider, seen)).toMatchObject({ refusal: { reason: "not-yours-to-do" } });
    const own = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, own, it.actor);
    expect(await lapseCompletion(own, seen)).toMatchObject({ refusal: { reason: "own-employer" } });
    const nothing = { applicationId: randomUUID(), version: 1 };
    await expect(lapseCompletion(it.reviewer, nothing)).rejects.toThrow(NotFound);
    await expect(requestCompletion(it.reviewer, { ...nothing, conceptId: randomUUID() })).rejects.toThrow(
      NotFound,
    );
    await expect(writeRequest(it.reviewer, { ...nothing, items: [], dueOn: IN_TWO_WEEKS })).rejects.toThrow(
      NotFound,
    );
  });
});
