import { randomUUID } from "node:crypto";
import { and, eq, sql as raw } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "@/db/client";
import { applications } from "@/db/schema";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember } from "@/db/testing/factories";
import { type Actor, type Role, STAFF_ROLES, type Staff } from "@/lib/actor";
import { lapseCompletion } from "@/lib/completion/commands/lapse-completion";
import { requestCompletion } from "@/lib/completion/commands/request-completion";
import { decide } from "@/lib/decisions/commands/decide";
import { propose } from "@/lib/decisions/commands/propose";
import { returnProposal } from "@/lib/decisions/commands/return-proposal";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { NotFound, violatedConstraint } from "@/lib/errors";
import { can, MOVE_NAMES, MOVES, type MoveName, STATES, type State } from "./lifecycle";

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

/** As if it had come here; only preparation may do that. */
const putIn = (state: State) =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set state = ${state} where id = ${id}`;
  });

const versionNow = async () =>
  Number((await sql`select version from applications where id = ${id}`)[0]?.version);

class Undo extends Error {}

/** Whether the database would let this actor change the state, whatever else it then asks of that change. */
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
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return changed === 1;
    const constraint = violatedConstraint(error);
    if (constraint !== undefined) return constraint !== "applications_allowed_move";
    if (/row-level security/.test(String((error as Error).cause ?? error))) return false;
    throw error;
  }
  return true;
}

/** Moves that lead from one state to the same other are one to the database. */
const someMove = (from: State, to: State, role: Role) =>
  MOVE_NAMES.some((name) => MOVES[name].to === to && can(name, from, [role]));

describe.each(STATES)("from %s", (from) => {
  beforeAll(() => putIn(from));

  test.each(ROLES)("the database lets %s make exactly the moves of the table", async (role) => {
    const actor = actors.get(role) as Actor;
    for (const to of new Set(MOVE_NAMES.map((name) => MOVES[name].to)))
      if (to !== from) expect(await databaseLets(actor, from, to), `to ${to}`).toBe(someMove(from, to, role));
  });

  const COMMANDS = {
    take_up: takeUp,
    request_completion: (actor, seen) => requestCompletion(actor, { ...seen, revision: 1 }),
    lapse: lapseCompletion,
    propose: (actor, seen) => propose(actor, { ...seen, granted: [1], grounds: [], explanation: "" }),
    return: (actor, seen) => returnProposal(actor, { ...seen, reason: "Kijk nog eens." }),
    grant: decide,
  } satisfies Partial<
    Record<MoveName, (actor: Staff, seen: { applicationId: string; version: number }) => Promise<unknown>>
  >;

  test.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])("%s goes by the table too", async (move) => {
    for (const role of STAFF_ROLES) {
      const actor = actors.get(role) as Staff;
      if (can(move, from, [role])) continue;
      const version = await versionNow();
      const answer = await COMMANDS[move](actor, { applicationId: id, version }).catch(
        (error: unknown) => error,
      );
      if (answer instanceof Error) expect(answer, role).toBeInstanceOf(NotFound);
      else expect(answer, role).toMatchObject({ ok: false, refusal: { reason: "not-yours-to-do" } });
      expect(await versionNow()).toBe(version);
    }
  });
});

test("what does not exist is nobody's to move", async () => {
  const seen = { applicationId: randomUUID(), version: 2 };
  await expect(takeUp(actors.get("reviewer") as Staff, seen)).rejects.toThrow(NotFound);
});
