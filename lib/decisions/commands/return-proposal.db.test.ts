import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aProposedCase, belongsTo, movesOf } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import { NotFound } from "@/lib/errors";
import { refuse } from "@/lib/result";
import { propose } from "./propose";
import { returnProposal } from "./return-proposal";

const { sql } = await testDatabase();
const decider = await aStaffMember(sql, ["decider"]);
const reason = "Kijk nog eens naar het taalplan.";

const proposalRow = async (id: string) =>
  (await sql`select returned_by, return_reason from proposals where id = ${id}`)[0];

test("a proposal goes back to review with its reason, and the event does not hold the reason", async () => {
  const { applicationId, version, proposalId } = await aProposedCase(sql);
  expect((await returnProposal(decider, { applicationId, version, reason })).ok).toBe(true);
  expect(await proposalRow(proposalId)).toEqual({ returned_by: decider.personId, return_reason: reason });
  expect(await movesOf(sql, applicationId)).toEqual(["take_up 3", "propose 4", "return 5"]);
  const [event] =
    await sql`select payload from events where application_id = ${applicationId} and application_version = 5`;
  expect(event).toEqual({ payload: {} });
});

test("the reviewer can propose again after a return", async () => {
  const { applicationId, version, reviewer } = await aProposedCase(sql);
  await returnProposal(decider, { applicationId, version, reason });
  const again = { applicationId, version: version + 1, granted: [1], grounds: [], explanation: "" };
  expect((await propose(reviewer, again)).ok).toBe(true);
  const rows =
    await sql`select application_version from proposals where application_id = ${applicationId} order by 1`;
  expect(rows.map((row) => row.application_version)).toEqual([4, 6]);
});

test("nobody returns their own proposal", async () => {
  const both = await aStaffMember(sql, ["reviewer", "decider"]);
  const { applicationId, version, proposalId } = await aProposedCase(sql, { reviewer: both });
  expect(await returnProposal(both, { applicationId, version, reason })).toEqual(
    refuse({ reason: "own-proposal" }),
  );
  expect(await proposalRow(proposalId)).toEqual({ returned_by: null, return_reason: null });
});

test("the database refuses a return of one's own proposal", async () => {
  const { proposalId, reviewer } = await aProposedCase(sql);
  const bypass = sql`update proposals set returned_by = ${reviewer.personId}, returned_at = now(), return_reason = 'x' where id = ${proposalId}`;
  await expect(bypass).rejects.toMatchObject({ constraint_name: "proposals_returned_by_another" });
});

test("nobody returns a proposal of their own employer", async () => {
  const { actor, applicationId, version } = await aProposedCase(sql);
  const relative = await aStaffMember(sql, ["decider"]);
  await belongsTo(sql, relative, actor);
  expect(await returnProposal(relative, { applicationId, version, reason })).toEqual(
    refuse({ reason: "own-employer" }),
  );
});

test("a reviewer cannot return, and a case that does not exist is not found", async () => {
  const { applicationId, version, reviewer } = await aProposedCase(sql);
  expect(await returnProposal(reviewer, { applicationId, version, reason })).toEqual(
    refuse({ reason: "not-yours-to-do" }),
  );
  const missing = { applicationId: randomUUID(), version, reason };
  await expect(returnProposal(decider, missing)).rejects.toThrow(NotFound);
});

test("a second return reads that it was done", async () => {
  const { applicationId, version } = await aProposedCase(sql);
  await returnProposal(decider, { applicationId, version, reason });
  expect(await returnProposal(decider, { applicationId, version, reason })).toMatchObject({
    refusal: { reason: "changed", move: "return", by: "you" },
  });
  expect(await movesOf(sql, applicationId)).toHaveLength(3);
});
