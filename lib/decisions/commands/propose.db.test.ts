import { randomUUID } from "node:crypto";
import { sql as statement } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { proposals } from "@/db/schema";
import { aCaseInReview, aProposedCase, belongsTo, movesOf, readStatement } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import type { StoredDraft } from "@/lib/answers/draft";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { euros } from "@/lib/money";
import { seal, unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { refuse } from "@/lib/result";
import { propose } from "./propose";

const { sql } = await testDatabase();

const ALL = { granted: [1], grounds: [], explanation: "" };
const proposalsOf = (id: string) =>
  sql`select outcome, amount_cents::int as cents, grounds, explanation, application_version from proposals where application_id = ${id}`;

test("a proposal to grant all has a computed amount, no ground and one event", async () => {
  const { applicationId, version, reviewer } = await aCaseInReview(sql, { tracks: ["general", "women"] });
  const choice = { granted: [2, 1], grounds: ["conditions" as const], explanation: "Alles klopt." };
  expect((await propose(reviewer, { applicationId, version, ...choice })).ok).toBe(true);
  expect([...(await proposalsOf(applicationId))]).toEqual([
    {
      outcome: "grant",
      cents: euros(14_000),
      grounds: [],
      explanation: "Alles klopt.",
      application_version: 4,
    },
  ]);
  expect(await movesOf(sql, applicationId)).toEqual(["take_up 3", "propose 4"]);
});

test("a proposal to grant only the second trajectory prices it as the first, with a ground and an explanation", async () => {
  const { applicationId, version, reviewer } = await aCaseInReview(sql, { tracks: ["general", "women"] });
  const choice = { granted: [2], grounds: ["conditions" as const], explanation: "Het plan is te mager." };
  expect((await propose(reviewer, { applicationId, version, ...choice })).ok).toBe(true);
  expect((await proposalsOf(applicationId))[0]).toMatchObject({
    outcome: "grant_in_part",
    cents: euros(8_000),
    grounds: ["conditions"],
  });
});

describe("a proposal is refused", () => {
  const part = { granted: [], grounds: ["conditions" as const], explanation: "Te mager." };

  test.each([
    ["without a ground", { ...part, grounds: [] }, { reason: "grounds-missing" }],
    ["without own words", { ...part, explanation: "" }, { reason: "explanation-missing" }],
    [
      "for a trajectory that is not there",
      { ...part, granted: [7] },
      { reason: "unknown-trajectory", number: 7 },
    ],
  ])("%s", async (_why, choice, refusal) => {
    const { applicationId, version, reviewer } = await aCaseInReview(sql);
    expect(await propose(reviewer, { applicationId, version, ...choice })).toEqual(refuse(refusal));
    expect(await movesOf(sql, applicationId)).toEqual(["take_up 3"]);
    expect(await proposalsOf(applicationId)).toHaveLength(0);
  });

  test("by an official who is only a decider, and before the case is in review", async () => {
    const { applicationId, version } = await aCaseInReview(sql);
    const decider = await aStaffMember(sql, ["decider"]);
    const refusal = refuse({ reason: "not-yours-to-do" });
    expect(await propose(decider, { applicationId, version, ...ALL })).toEqual(refusal);
    const filed = await aFiledApplication(sql);
    const reviewer = await aStaffMember(sql, ["reviewer"]);
    expect(await propose(reviewer, { ...filed, ...ALL })).toEqual(refusal);
  });

  test("on a case that does not exist", async () => {
    const reviewer = await aStaffMember(sql, ["reviewer"]);
    const missing = { applicationId: randomUUID(), version: 1, ...ALL };
    await expect(propose(reviewer, missing)).rejects.toThrow(NotFound);
  });

  test("a second time, and the second caller reads that it was made", async () => {
    const proposed = await aProposedCase(sql);
    const again = { applicationId: proposed.applicationId, version: proposed.version - 1, ...ALL };
    expect(await propose(proposed.reviewer, again)).toMatchObject({
      refusal: { reason: "changed", move: "propose", by: "you" },
    });
    expect(await proposalsOf(proposed.applicationId)).toHaveLength(1);
  });
});

describe("a proposal by a member of the employer", () => {
  test("is refused by the command", async () => {
    const { actor, applicationId, version, reviewer } = await aCaseInReview(sql);
    await belongsTo(sql, reviewer, actor);
    expect(await propose(reviewer, { applicationId, version, ...ALL })).toEqual(
      refuse({ reason: "own-employer" }),
    );
  });

  test("is refused by the database when the command is passed by", async () => {
    const { actor, applicationId, reviewer } = await aCaseInReview(sql);
    await belongsTo(sql, reviewer, actor);
    expect(await constraintThatStops(reviewer, applicationId, reviewer.personId)).toBe(
      "handler_not_own_employer",
    );
  });
});

test("nobody proposes in another official's name, also past the command", async () => {
  const { applicationId, reviewer } = await aCaseInReview(sql);
  const colleague = await aStaffMember(sql, ["reviewer"]);
  expect(await constraintThatStops(reviewer, applicationId, colleague.personId)).toBe("handler_is_actor");
});

test("a proposal does not change afterwards", async () => {
  const { proposalId } = await aProposedCase(sql);
  const decider = await aStaffMember(sql, ["decider"]);
  const change = asActor(decider, (tx) =>
    tx.execute(statement`update proposals set amount_cents = 1 where id = ${proposalId}`),
  );
  await expect(change).rejects.toMatchObject({ code: "42501" });
});

async function constraintThatStops(actor: Staff, applicationId: string, proposedBy: string) {
  const bypass = asActor(actor, (tx) =>
    tx.insert(proposals).values({
      ...{ applicationId, proposedBy, applicationVersion: 4, outcome: "refuse", lines: [] },
      ...{ amountCents: euros(0), grounds: ["conditions"], explanation: "Nee." },
    }),
  );
  return bypass.then(() => "nothing", violatedConstraint);
}

describe("a check that a reviewer settles by hand", () => {
  const kept = async (id: string) =>
    (await sql`select manual_checks, attention from proposals where application_id = ${id}`)[0];

  test("is kept in their name and in the log, and is no longer an attention point", async () => {
    const it = await aCaseInReview(sql);
    const { applicationId, version, reviewer } = it;
    await readStatement(sql, it);
    expect(
      (await propose(reviewer, { applicationId, version, ...ALL, manualChecks: ["account_name"] })).ok,
    ).toBe(true);
    const other = await aProposedCase(sql);
    const [looked, plain] = [await kept(applicationId), await kept(other.applicationId)];
    expect(looked).toMatchObject({ manual_checks: ["account_name"], attention: plain?.attention - 1 });
    expect(plain?.manual_checks).toEqual([]);
    const [event] = await sql`select payload from events where application_id = ${applicationId}
      and type = 'application.propose'`;
    expect(event?.payload).toMatchObject({ manualChecks: ["account_name"] });
  });

  test("needs the newest bank statement, opened by that reviewer, also past the command", async () => {
    const it = await aCaseInReview(sql);
    const { applicationId, version, reviewer } = it;
    const choice = { applicationId, version, ...ALL, manualChecks: ["account_name" as const] };
    const colleague = await aStaffMember(sql, ["reviewer"]);
    await readStatement(sql, { ...it, reviewer: colleague });
    expect(await propose(reviewer, choice)).toEqual(refuse({ reason: "statement-unread" }));
    await readStatement(sql, it);
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`insert into documents select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'content_key', d.content_key || 'x'))).*
        from documents d where application_id = ${applicationId}`;
    });
    expect(await propose(reviewer, choice)).toEqual(refuse({ reason: "statement-unread" }));
    expect(await movesOf(sql, applicationId)).toEqual(["take_up 3"]);
    const past = asActor(reviewer, (tx) =>
      tx.execute(statement`insert into proposals (application_id, application_version, outcome, lines, amount_cents, grounds, explanation,
          attention, failed, manual_checks, proposed_by)
        values (${applicationId}, 9, 'grant', '[]', 1, '{}', '', 0, 0, '{account_name}', ${reviewer.personId})`),
    );
    await expect(past).rejects.toMatchObject({ constraint: "proposals_statement_read" });
  });

  test("has no effect when the bank did answer", async () => {
    const it = await aCaseInReview(sql);
    const { applicationId, version, reviewer } = it;
    const [row] = await sql<
      { answers: string }[]
    >`select answers from applications where id = ${applicationId}`;
    const draft = await unseal<StoredDraft>(row?.answers ?? "", answersOfApplication(applicationId));
    const answers = await seal(
      { ...draft, bank: { ...draft.bank, nameCheck: "no_match" } },
      answersOfApplication(applicationId),
    );
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update applications set answers = ${answers} where id = ${applicationId}`;
    });
    await readStatement(sql, it);
    await propose(reviewer, { applicationId, version, ...ALL, manualChecks: ["account_name"] });
    expect(await kept(applicationId)).toMatchObject({ manual_checks: [] });
    expect((await kept(applicationId))?.attention).toBeGreaterThan(0);
  });
});
