import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { belongsTo, movesOf } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, aStaffMember } from "@/db/testing/factories";
import { NotFound } from "@/lib/errors";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { refuse } from "@/lib/result";
import { takeUp } from "./take-up";

const { sql } = await testDatabase();
const reviewer = await aStaffMember(sql, ["reviewer"]);

const caseRow = async (id: string) =>
  (await sql`select state, version, assignee_id from applications where id = ${id}`)[0];

test("a filed application comes into review, in the reviewer's name, with one event", async () => {
  const { applicationId, version } = await aFiledApplication(sql);
  expect(await takeUp(reviewer, { applicationId, version })).toEqual({ ok: true, value: { version: 3 } });
  expect(await caseRow(applicationId)).toEqual({
    state: "in_review",
    version: 3,
    assignee_id: reviewer.personId,
  });
  expect(await movesOf(sql, applicationId)).toEqual(["take_up 3"]);
});

describe("a case is not taken up", () => {
  test("by an official who is only a decider", async () => {
    const { applicationId, version } = await aFiledApplication(sql);
    const decider = await aStaffMember(sql, ["decider"]);
    expect(await takeUp(decider, { applicationId, version })).toEqual(refuse({ reason: "not-yours-to-do" }));
    expect(await movesOf(sql, applicationId)).toEqual([]);
  });

  test.each(["auditor", "budget_holder"] as const)("by the %s, who finds no case to lock", async (role) => {
    const { applicationId, version } = await aFiledApplication(sql);
    const stranger = await aStaffMember(sql, [role]);
    await expect(takeUp(stranger, { applicationId, version })).rejects.toThrow(NotFound);
  });

  test("by a member of the employer", async () => {
    const { actor, applicationId, version } = await aFiledApplication(sql);
    const relative = await aStaffMember(sql, ["reviewer"]);
    await belongsTo(sql, relative, actor);
    expect(await takeUp(relative, { applicationId, version })).toEqual(refuse({ reason: "own-employer" }));
    expect(await movesOf(sql, applicationId)).toEqual([]);
  });

  test("when it is a draft, or does not exist", async () => {
    const { applicationId } = await aCompleteDraft(sql);
    await expect(takeUp(reviewer, { applicationId, version: 1 })).rejects.toThrow(NotFound);
    await expect(takeUp(reviewer, { applicationId: randomUUID(), version: 1 })).rejects.toThrow(NotFound);
  });
});

describe("a case that changed since the screen was drawn", () => {
  test("tells the second of two reviewers who was first", async () => {
    const { applicationId, version } = await aFiledApplication(sql);
    const colleague = await aStaffMember(sql, ["reviewer"]);
    const [first, second] = await Promise.all([
      takeUp(reviewer, { applicationId, version }),
      takeUp(colleague, { applicationId, version }),
    ]);
    const loser = first.ok ? second : first;
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    expect(loser).toEqual(
      refuse({ reason: "changed", move: "take_up", by: "colleague", name: expect.any(String) }),
    );
    expect(await movesOf(sql, applicationId)).toEqual(["take_up 3"]);
  });

  test("tells a reviewer who presses twice that it is done, once", async () => {
    const { applicationId, version } = await aFiledApplication(sql);
    await takeUp(reviewer, { applicationId, version });
    expect(await takeUp(reviewer, { applicationId, version })).toMatchObject({
      refusal: { reason: "changed", move: "take_up", by: "you" },
    });
    expect(await movesOf(sql, applicationId)).toEqual(["take_up 3"]);
  });

  test("names a withdrawal by the employer as such", async () => {
    const { actor, applicationId, version } = await aFiledApplication(sql);
    await withdrawApplication(actor, { applicationId });
    expect(await takeUp(reviewer, { applicationId, version })).toMatchObject({
      refusal: { reason: "changed", move: "withdraw", by: "employer" },
    });
  });
});
