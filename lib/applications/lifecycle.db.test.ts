import { randomUUID } from "node:crypto";
import { and, eq, sql as raw } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { applications } from "@/db/schema";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { type Actor, type Employer, type Role, STAFF_ROLES, type Staff } from "@/lib/actor";
import { completeApplication } from "@/lib/completion/commands/complete-application";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { dayOf, yearOf } from "@/lib/dates";
import { callUp } from "@/lib/decisions/commands/call-up";
import { confirmRevision } from "@/lib/decisions/commands/confirm-revision";
import { decide } from "@/lib/decisions/commands/decide";
import { endReserveList } from "@/lib/decisions/commands/end-reserve-list";
import { grantInPart } from "@/lib/decisions/commands/grant-in-part";
import { intendRefusal } from "@/lib/decisions/commands/intend-refusal";
import { lapseResponse } from "@/lib/decisions/commands/lapse-response";
import { propose } from "@/lib/decisions/commands/propose";
import { proposeNotTreating } from "@/lib/decisions/commands/propose-not-treating";
import { reconsider } from "@/lib/decisions/commands/reconsider";
import { reserve } from "@/lib/decisions/commands/reserve";
import { respond } from "@/lib/decisions/commands/respond";
import { returnProposal } from "@/lib/decisions/commands/return-proposal";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { refuse } from "@/lib/result";
import { can, MOVE_NAMES, MOVES, type MoveName, STATES, type State } from "@/lib/vocabulary/lifecycle";

const { sql } = await testDatabase();
const ROLES: Role[] = ["employer", "system", ...STAFF_ROLES];
const actors = new Map<Role, Actor>([["system", { kind: "system", task: "test" }]]);
let id = "";

beforeAll(async () => {
  const filed = await aFiledApplication(sql);
  id = filed.applicationId;
  actors.set("employer", filed.actor);
  for (const role of STAFF_ROLES) actors.set(role, await aStaffMember(sql, [role]));
});

/** Puts the application in this state; only test set-up may do that. */
const putIn = (state: State) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set state = ${state} where id = ${id}`;
  });

const versionNow = async () =>
  Number((await sql`select version from applications where id = ${id}`)[0]?.version);

const answersVersionNow = async () =>
  Number((await sql`select answers_version as n from applications where id = ${id}`)[0]?.n);

class Rollback extends Error {}

/** Whether the move guard of the database lets this actor change the state, whatever else it checks. */
async function databaseLets(actor: Actor, from: State, to: State): Promise<boolean> {
  let changed = 0;
  try {
    await asActor(actor, async (tx) => {
      const rows = await tx
        .update(applications)
        .set({ state: to, version: raw`${applications.version} + 1` })
        .where(and(eq(applications.id, id), eq(applications.state, from)))
        .returning({ id: applications.id });
      changed = rows.length;
      throw new Rollback();
    });
  } catch (error) {
    if (error instanceof Rollback) return changed === 1;
    const constraint = violatedConstraint(error);
    if (constraint !== undefined) return constraint !== "applications_allowed_move";
    if (/row-level security/.test(String((error as Error).cause ?? error))) return false;
    throw error;
  }
  return true;
}

/** Moves between the same two states are one move to the database. */
const someMove = (from: State, to: State, role: Role) =>
  MOVE_NAMES.some((name) => MOVES[name].to === to && can(name, from, [role]));

describe.each(STATES)("from the state %s", (from) => {
  beforeAll(() => putIn(from));

  test.each(ROLES)("the database lets %s make exactly the moves of the table", async (role) => {
    const actor = actors.get(role) as Actor;
    for (const to of new Set(MOVE_NAMES.map((name) => MOVES[name].to)))
      if (to !== from) expect(await databaseLets(actor, from, to), `to ${to}`).toBe(someMove(from, to, role));
  });

  test.each(Object.keys(OFFICIALS) as MoveName[])("the command of %s follows the table", async (move) => {
    for (const role of STAFF_ROLES) {
      if (can(move, from, [role])) continue;
      const version = await versionNow();
      const run = OFFICIALS[move] as NonNullable<(typeof OFFICIALS)[MoveName]>;
      const answer = await run(actors.get(role) as Staff, { applicationId: id, version }).catch(
        (error: unknown) => error,
      );
      if (answer instanceof Error) expect(answer, role).toBeInstanceOf(NotFound);
      else expect(answer, role).toMatchObject({ ok: false, refusal: { reason: "not-yours-to-do" } });
      expect(await versionNow()).toBe(version);
    }
  });

  test.each(Object.keys(EMPLOYERS) as MoveName[])(
    "%s by the employer changes nothing unless the table allows it",
    async (move) => {
      if (can(move, from, ["employer"])) return;
      const version = await versionNow();
      const { run, refused } = EMPLOYERS[move] as NonNullable<(typeof EMPLOYERS)[MoveName]>;
      const answer = await run(actors.get("employer") as Employer, id);
      if (saidAgain(move, from)) expect(answer).toMatchObject({ ok: true });
      else expect(answer).toMatchObject({ ok: false, refusal: { reason: refused } });
      expect(await versionNow()).toBe(version);
      const stranger = await anEmployer(sql);
      await expect(run(stranger, id)).rejects.toThrow(NotFound);
    },
  );
});

type Answer = { ok: boolean };
type Seen = { applicationId: string; version: number };
const WHY = { grounds: ["conditions" as const], explanation: "Het plan is te mager." };

const CEILING = { line: "werkgeverssubsidie" as const, year: yearOf(dayOf(new Date())) };
/** A command about a whole list finds it empty where a command about one application refuses. */
const orNobody = (answer: Awaited<ReturnType<typeof endReserveList>>) =>
  !answer.ok && answer.refusal.reason === "reserve-list-goes-on"
    ? refuse({ reason: "not-yours-to-do" })
    : answer;

/** Every move of an official with its command; all outcomes of a proposal have one command. */
const OFFICIALS: Partial<Record<MoveName, (actor: Staff, seen: Seen) => Promise<Answer>>> = {
  take_up: takeUp,
  request_completion: (actor, seen) => requestCompletion(actor, { ...seen, conceptId: randomUUID() }),
  intend_refusal: (actor, seen) => intendRefusal(actor, { ...seen, conceptId: randomUUID() }),
  lapse: (actor, seen) =>
    lapseCompletion(actor, seen).then((answer) => (answer.ok ? answer : lapseResponse(actor, seen))),
  propose: (actor, seen) =>
    proposeNotTreating(actor, { ...seen, missing: "Het rekeningnummer." }).then((answer) =>
      answer.ok ? answer : propose(actor, { ...seen, granted: [], ...WHY }),
    ),
  return: (actor, seen) => returnProposal(actor, { ...seen, reason: "Kijk nog eens." }),
  grant: decide,
  grant_in_part: grantInPart,
  refuse: decide,
  not_treat: decide,
  reserve,
  call_up: callUp,
  end_reserve: (actor) => endReserveList(actor, { ceiling: CEILING }).then(orNobody),
  reconsider,
  lower: (actor, seen) => confirmRevision(actor, { ...seen, proposalId: randomUUID() }),
  grant_on_objection: (actor, seen) => confirmRevision(actor, { ...seen, proposalId: randomUUID() }),
  grant_in_part_on_objection: (actor, seen) => confirmRevision(actor, { ...seen, proposalId: randomUUID() }),
};

/** Filing and withdrawing may be repeated: the answer is the same and nothing happens. */
const saidAgain = (move: MoveName, from: State) =>
  move === "submit" || (move === "withdraw" && from === "withdrawn");

/** Every move of an employer, and its refusal. */
const EMPLOYERS: Partial<
  Record<MoveName, { run: (actor: Employer, id: string) => Promise<Answer>; refused: string }>
> = {
  submit: {
    run: async (actor, applicationId) =>
      submitApplication(actor, { applicationId, answersVersion: await answersVersionNow() }),
    refused: "not-a-draft",
  },
  withdraw: {
    run: (actor, applicationId) => withdrawApplication(actor, { applicationId }),
    refused: "too-late-to-withdraw",
  },
  complete: {
    run: (actor, applicationId) =>
      completeApplication(actor, { applicationId, requestId: randomUUID(), revision: 1 }),
    refused: "not-asked",
  },
  respond: {
    run: (actor, applicationId) => respond(actor, { applicationId, response: "Dat klopt niet." }),
    refused: "nothing-to-respond-to",
  },
};

test("every move of the table has a command in this test", () =>
  expect([...Object.keys(OFFICIALS), ...Object.keys(EMPLOYERS)].sort()).toEqual([...MOVE_NAMES].sort()));

test("an absent application cannot be moved by anyone", async () => {
  const seen = { applicationId: randomUUID(), version: 2 };
  await expect(takeUp(actors.get("reviewer") as Staff, seen)).rejects.toThrow(NotFound);
});
