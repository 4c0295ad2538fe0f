import { beforeAll, expect, test } from "vitest";
import { aCaseInReview, aProposedCase, belongsTo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, aStaffMember } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { STATES } from "@/lib/applications/lifecycle";
import { addDays } from "@/lib/dates";
import { nextCase } from "./next-case";
import { type Place, type WorkFilter, workList } from "./work-list";

const { sql } = await testDatabase();
const auditor = await aStaffMember(sql, ["auditor"]);
const reviewer = await aStaffMember(sql, ["reviewer"]);
const ids: Record<string, string> = {};

/** As if it was complete so many days earlier; only preparation may rewrite that. */
async function filedEarlier(applicationId: string, days: number) {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = rank_day - ${days}::int where id = ${applicationId}`;
  });
}

beforeAll(async () => {
  ids.draft = (await aCompleteDraft(sql)).applicationId;
  ids.submitted = (await aFiledApplication(sql, { tracks: ["general", "women", "women"] })).applicationId;
  ids.startbaan = (await aFiledApplication(sql, { scheme: "startbaan" })).applicationId;
  ids.review = (await aCaseInReview(sql, { reviewer })).applicationId;
  ids.proposed = (await aProposedCase(sql, { reviewer })).applicationId;
  await filedEarlier(ids.review, 2);
});

const found = async (filter: WorkFilter, actor: Staff = auditor) =>
  (await workList(actor, filter)).items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));

test("the earliest rank day stands first, then the case number; a draft never shows", async () => {
  expect(await found({})).toEqual(["review", "submitted", "startbaan", "proposed"]);
  expect(await found({ states: STATES })).not.toContain("draft");
});

test("a filter leaves out the rest, and filters add up", async () => {
  expect(await found({ scheme: "startbaan" })).toEqual(["startbaan"]);
  expect(await found({ states: ["in_review", "proposed"] })).toEqual(["review", "proposed"]);
  expect(await found({ assigneeId: reviewer.personId })).toEqual(["review", "proposed"]);
  expect(await found({ assigneeId: reviewer.personId, states: ["proposed"] })).toEqual(["proposed"]);
  expect(await found({ scheme: "startbaan", states: ["proposed"] })).toEqual([]);
});

test("a row tells who asks what, on which tracks, and by when it must be decided", async () => {
  const { items, today } = await workList(auditor, { states: ["submitted"], scheme: "werkgeverssubsidie" });
  expect(items).toMatchObject([
    { employer: "Voorbeeld BV", trajectories: 3, women: 2, requestedCents: 1_900_000, assignee: null },
  ]);
  expect(items[0]?.dueOn).toBe(addDays(addDays(today, 60), 13 * 7));
});

test("pages follow each other without a gap or a repetition, also within one day", async () => {
  const many = 63;
  let pages = 0;
  const { organisationId } = (await aFiledApplication(sql)).actor;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into applications (organisation_id, window_id, scheme, year, rules_version, state, version, answers, reference,
        case_number, submitted_at, rank_day, requested_cents, started_by)
      select ${organisationId}, window_id, 'startbaan', 1990, rules_version, 'withdrawn', 3, '', 'old-' || i, 900000 + i,
        portal_now(), '1990-01-01'::date + (i % 3), 1, started_by
      from applications, generate_series(1, ${many}) i where id = ${ids.startbaan ?? ""}`;
  });
  const seen: Place[] = [];
  let place: Place | undefined;
  do {
    const { items, next } = await workList(auditor, { states: ["withdrawn"] }, place);
    seen.push(
      ...items.map(({ rankDay, caseNumber }) => ({ rankDay: rankDay ?? "", caseNumber: caseNumber ?? 0 })),
    );
    place = next;
    pages++;
  } while (place);
  expect(seen).toHaveLength(many);
  expect(pages).toBeGreaterThan(1);
  const sorted = seen.toSorted((a, b) => a.rankDay.localeCompare(b.rankDay) || a.caseNumber - b.caseNumber);
  expect(seen).toEqual(sorted);
});

test("the next case: a reviewer goes on with what was taken up, else takes what nobody has", async () => {
  expect(await nextCase(reviewer)).toMatchObject({ id: ids.review, state: "in_review" });
  const colleague = await aStaffMember(sql, ["reviewer"]);
  expect(await nextCase(colleague)).toMatchObject({ id: ids.submitted, state: "submitted" });
});

test("the next case: a decider gets a proposal, never an own one", async () => {
  expect(await nextCase(await aStaffMember(sql, ["decider"]))).toMatchObject({ id: ids.proposed });
  const both: Staff = { ...reviewer, roles: ["reviewer", "decider"] };
  expect(await nextCase(both)).toMatchObject({ id: ids.review });
});

test("the next case is never of one's own employer; an auditor has none", async () => {
  const relative = await aStaffMember(sql, ["decider"]);
  const { actor, applicationId } = await aProposedCase(sql);
  await filedEarlier(applicationId, 5);
  expect(await nextCase(relative)).toMatchObject({ id: applicationId });
  await belongsTo(sql, relative, actor);
  expect(await nextCase(relative)).toMatchObject({ id: ids.proposed });
  expect(await nextCase(auditor)).toBeUndefined();
});
