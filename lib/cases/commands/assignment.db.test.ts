import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aCaseInReview, aProposedCase, belongsTo } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { everyOrder } from "@/db/testing/every-order";
import { aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { besideCase } from "@/lib/cases/queries/case-sidebar";
import { NotFound } from "@/lib/errors";
import { refuse } from "@/lib/result";
import { handOverCase } from "./hand-over-case";
import { releaseCase } from "./release-case";
import { takeNextCase } from "./take-next-case";
import { takeOnCase } from "./take-on-case";
import { writeNote } from "./write-note";

const { sql } = await testDatabase();
const [mees, noor] = [await aStaffMember(sql, ["reviewer"]), await aStaffMember(sql, ["reviewer"])];
const decider = await aStaffMember(sql, ["decider"]);
const handlerOf = async (id: string) =>
  (await sql`select assignee_id from applications where id = ${id}`)[0]?.assignee_id as string | null;
const eventsOf = async (id: string) =>
  (
    await sql`select type, payload, organisation_id from events where application_id = ${id} and application_version is null order by number`
  ).map(({ type, payload, organisation_id }) => ({ type, payload, organisation_id }));
const reason = { handOverReason: "Ik ben er morgen niet." };

describe("a case in review", () => {
  test("is released, taken on by a colleague and handed over, each with one event that employers cannot see", async () => {
    const { applicationId } = await aCaseInReview(sql, { reviewer: mees });
    expect(await releaseCase(mees, { applicationId })).toEqual({ ok: true, value: { released: true } });
    expect(await handlerOf(applicationId)).toBeNull();
    expect(await takeOnCase(noor, { applicationId })).toEqual({ ok: true, value: { claimed: true } });
    const handed = await handOverCase(noor, {
      applicationId,
      seenAssigneeId: noor.personId,
      to: mees.personId,
      ...reason,
    });
    expect(handed).toEqual({ ok: true, value: { handedOver: true } });
    expect(await handlerOf(applicationId)).toBe(mees.personId);
    expect(await eventsOf(applicationId)).toMatchObject([
      { type: "application.release", payload: { from: mees.personId, to: null }, organisation_id: null },
      { type: "application.claim", payload: { from: null, to: noor.personId }, organisation_id: null },
      {
        type: "application.hand_over",
        payload: { from: noor.personId, to: mees.personId },
        organisation_id: null,
      },
    ]);
    const { notes } = await besideCase(mees, applicationId, []);
    expect(notes).toMatchObject([{ text: "Ik ben er morgen niet." }]);
  });

  test("is taken over from an absent colleague, when that colleague is still the handler", async () => {
    const { applicationId } = await aCaseInReview(sql, { reviewer: mees });
    const over = { applicationId, seenAssigneeId: mees.personId, to: noor.personId, ...reason };
    expect((await handOverCase(noor, over)).ok).toBe(true);
    expect(await handOverCase(noor, over)).toEqual(refuse({ reason: "handler-changed" }));
    expect(await takeOnCase(mees, { applicationId })).toEqual(refuse({ reason: "handler-changed" }));
    expect(await releaseCase(mees, { applicationId })).toEqual(refuse({ reason: "handler-changed" }));
    expect(await eventsOf(applicationId)).toHaveLength(1);
  });

  test("gets no handler who is not a reviewer or who belongs to the employer", async () => {
    const { applicationId, actor } = await aCaseInReview(sql, { reviewer: mees });
    const relative = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, relative, actor);
    for (const { personId } of [decider, relative, { personId: randomUUID() }]) {
      const over = { applicationId, seenAssigneeId: mees.personId, to: personId, ...reason };
      expect(await handOverCase(mees, over)).toEqual(refuse({ reason: "colleague-cannot" }));
    }
    expect(await releaseCase(mees, { applicationId })).toMatchObject({ ok: true });
    expect(await takeOnCase(relative, { applicationId })).toEqual(refuse({ reason: "own-employer" }));
    expect(await takeOnCase(decider, { applicationId })).toEqual(refuse({ reason: "not-yours-to-do" }));
    expect(await handlerOf(applicationId)).toBeNull();
  });

  test("has no handler before it is taken up; a stranger and an absent case get the same answer", async () => {
    const { applicationId } = await aFiledApplication(sql);
    expect(await takeOnCase(mees, { applicationId })).toEqual(refuse({ reason: "not-yours-to-do" }));
    const auditor = await aStaffMember(sql, ["auditor"]);
    await expect(takeOnCase(auditor, { applicationId })).rejects.toThrow(NotFound);
    await expect(takeOnCase(mees, { applicationId: randomUUID() })).rejects.toThrow(NotFound);
    await expect(writeNote(auditor, { applicationId, note: "x" })).rejects.toThrow(NotFound);
  });

  test("is taken on by one of two reviewers, in every order of their steps", async () => {
    await everyOrder(sql, {
      prepare: async () => {
        const { applicationId } = await aCaseInReview(sql, { reviewer: mees });
        await releaseCase(mees, { applicationId });
        return { applicationId };
      },
      sessions: (seen) => ({ mees: () => takeOnCase(mees, seen), noor: () => takeOnCase(noor, seen) }),
      atEnd: async (_, endings) => {
        const won = endings.map(
          (ending) => ending.status === "fulfilled" && (ending.value as { ok: boolean }).ok,
        );
        expect(won.sort()).toEqual([false, true]);
      },
    });
  }, 300_000);
});

describe("a note", () => {
  test("is stored sealed, with its event, and never changes", async () => {
    const { applicationId } = await aFiledApplication(sql);
    await writeNote(decider, { applicationId, note: "Gebeld met de werkgever." });
    const [row] = await sql`select text from case_notes where application_id = ${applicationId}`;
    expect(row?.text).not.toContain("Gebeld");
    expect((await besideCase(mees, applicationId, [])).notes).toMatchObject([
      { text: "Gebeld met de werkgever." },
    ]);
    expect(await eventsOf(applicationId)).toMatchObject([
      { type: "application.note", organisation_id: null },
    ]);
    await expect(
      sql`update case_notes set text = 'x' where application_id = ${applicationId}`,
    ).rejects.toMatchObject({
      constraint_name: "case_notes_append_only",
    });
  });
});

describe("the next case", () => {
  test("ten reviewers at once get ten different cases, the first in rank first", async () => {
    await sql`update work_items set state = 'withdrawn' where state = 'submitted'`;
    const filed = [];
    for (let made = 0; made < 10; made++) filed.push((await aFiledApplication(sql)).applicationId);
    const reviewers = await Promise.all(filed.map(() => aStaffMember(sql, ["reviewer"])));
    const taken = await Promise.all(reviewers.map((reviewer) => takeNextCase(reviewer)));
    expect(new Set(taken.map((one) => one?.applicationId))).toEqual(new Set(filed));
    expect(await takeNextCase(mees)).toBeUndefined();
  });

  test("two reviewers get two cases, in every order of their steps", async () => {
    await everyOrder(sql, {
      prepare: async () => {
        await sql`update work_items set state = 'withdrawn' where state = 'submitted'`;
        return [(await aFiledApplication(sql)).applicationId, (await aFiledApplication(sql)).applicationId];
      },
      sessions: () => ({ mees: () => takeNextCase(mees), noor: () => takeNextCase(noor) }),
      atEnd: async (filed, endings) => {
        const got = endings.map((ending) => {
          if (ending.status === "rejected") throw ending.reason;
          return (ending.value as { applicationId: string } | undefined)?.applicationId;
        });
        expect(got.sort()).toEqual(filed.sort());
      },
    });
  }, 300_000);

  test("two deciders get different proposals, never their own or of their own employer", async () => {
    const both = await aStaffMember(sql, ["reviewer", "decider"]);
    const own = await aProposedCase(sql, { reviewer: both });
    const employer = await anEmployer(sql);
    const related = await aProposedCase(sql, { reviewer: mees, actor: employer });
    const others = [
      await aProposedCase(sql, { reviewer: mees }),
      await aProposedCase(sql, { reviewer: mees }),
    ];
    await belongsTo(sql, both, employer);
    await sql`update work_items set state = 'granted' where state = 'proposed' and application_id not in
      ${sql([own, related, ...others].map(({ applicationId }) => applicationId))}`;
    const first = await takeNextCase(both);
    expect(first).toEqual({ applicationId: others[0]?.applicationId });
    const more = [await takeNextCase(decider), await takeNextCase(await aStaffMember(sql, ["decider"]))];
    expect(more.map((one) => one?.applicationId)).not.toContain(first?.applicationId);
    expect(new Set(more.map((one) => one?.applicationId)).size).toBe(2);
  });
});
