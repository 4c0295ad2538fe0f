import { setTimeout } from "node:timers/promises";
import type postgres from "postgres";
import { endDatabase } from "@/db/client";
import { remember } from "./snapshot";
import { installStatementGates, StatementGate, statementGates } from "./statement-gate";

type Work = () => Promise<unknown>;
/** The outcome of each session, in the order in which the sessions were given. */
export type Endings = PromiseSettledResult<unknown>[];

/** The answer to each: `done`, or the reason of its refusal. Throws when one had an exception. */
export const told = (endings: Endings): string[] =>
  endings.map((ending) => {
    if (ending.status === "rejected") throw ending.reason;
    const answer = ending.value as { ok: boolean; refusal?: { reason: string } };
    return answer.ok ? "done" : (answer.refusal?.reason ?? "");
  });

type Scenario<Scene> = {
  /** Makes the records with which each order begins; they are restored for the next. */
  prepare: () => Promise<Scene>;
  /** Two or three sessions by name; each runs real commands, which find the database through `asActor`. */
  sessions: (scene: Scene) => Record<string, Work>;
  /** Checks after every single step, also half-way. */
  always?: (scene: Scene) => Promise<void>;
  /** Checks after all have ended. */
  atEnd: (scene: Scene, endings: Endings) => Promise<void>;
  /** More orders than this is an error, never a selection. */
  most?: number;
  /** Also runs orders that are equivalent to another, to verify that they are. */
  alsoEqual?: boolean;
};

/**
 * Runs the sessions in every order in which their statements can overlap, on the real database; gives the number of
 * orders. A step is one statement, or the commit; a session that waits for a lock (`pg_blocking_pids`) gets no turn. Of
 * orders in which every statement sees the same commits and locks (READ COMMITTED), one is run.
 *
 *     const orders = await everyOrder(sql, {
 *       prepare: () => aCaseInReview(sql),
 *       sessions: (seen) => ({
 *         first: () => propose(mees, { ...seen, ...all }),
 *         second: () => propose(noor, { ...seen, ...all }),
 *       }),
 *       atEnd: async ({ applicationId }, endings) => { … },
 *     });
 *
 * `sql` is the superuser connection of `testDatabase()`, with which checks read committed rows.
 */
export async function everyOrder<Scene>(sql: postgres.Sql, scenario: Scenario<Scene>): Promise<number> {
  const { most = 1_000, alsoEqual = false } = scenario;
  const seen = alsoEqual ? undefined : new Set<string>();
  let orders = 0;
  await installStatementGates();
  const scene = await scenario.prepare();
  const memory = await remember(sql);
  try {
    for (let plan: Turn[] | undefined = []; plan; plan = planAfter(plan)) {
      let ending: Ending = "otherwise";
      for (let tries = 0; ending === "otherwise"; tries++) {
        if (tries === MOST_TRIES) throw new Error(`the same order went otherwise ${tries} times`);
        await memory.bringBack();
        ending = await oneOrder(sql, { ...scenario, scene, seen }, plan);
      }
      if (ending === "new") orders += 1;
      if (orders > most) throw new RangeError(`there are more than ${most} orders`);
    }
  } finally {
    await memory.forget();
    await endDatabase();
  }
  return orders;
}

/** Who got a turn, and who could have: determines the next order. */
type Turn = { chosen: number; able: readonly number[] };

/** The plan with its last turn that has an alternative, and everything after it open. */
function planAfter(plan: readonly Turn[]): Turn[] | undefined {
  for (let length = plan.length; length > 0; length--) {
    const { chosen, able } = plan[length - 1] as Turn;
    const other = able[able.indexOf(chosen) + 1];
    if (other !== undefined) return [...plan.slice(0, length - 1), { chosen: other, able }];
  }
  return undefined;
}

/**
 * `known`: it reached a point from which every order was run. `otherwise`: other sessions got a turn than in the plan,
 * because the database chooses by time which of two sessions that wait for each other it ends.
 */
type Ending = "new" | "known" | "otherwise";

/** Enough: the database mostly ends the same session again. */
const MOST_TRIES = 20;

type Run<Scene> = Scenario<Scene> & { scene: Scene; seen: Set<string> | undefined };

/** Follows the plan, then lets the first possible session go; adds its turns to the plan. */
async function oneOrder<Scene>(
  sql: postgres.Sql,
  { scene, sessions: of, always, atEnd, seen }: Run<Scene>,
  plan: Turn[],
): Promise<Ending> {
  const sessions = Object.entries(of(scene)).map(([name, work]) => new Session(name, work));
  const past = new Past(sessions);
  const story: string[] = [];
  try {
    for (let place = 0; ; place++) {
      const able = await whoCanGo(sql, sessions);
      const planned = plan[place];
      if (planned && String(planned.able) !== String(able)) return "otherwise";
      const point = past.point();
      if (!planned && seen?.has(point)) return "known";
      seen?.add(point);
      if (able.length === 0) break;
      plan[place] ??= { chosen: able[0] as number, able };
      const turn = plan[place] as Turn;
      const session = sessions[turn.chosen] as Session;
      past.take(session);
      story.push(session.step());
      await always?.(scene);
    }
    await atEnd(scene, await Promise.allSettled(sessions.map(({ ending }) => ending)));
    return "new";
  } catch (cause) {
    throw new Error(`in this order:\n${story.join("\n")}\n${cause}`, { cause });
  } finally {
    for (const { gate } of sessions) gate.openForGood();
    await Promise.allSettled(sessions.map(({ ending }) => ending));
  }
}

class Session {
  readonly gate = new StatementGate();
  readonly ending: Promise<unknown>;
  readonly ended: Promise<void>;
  isDone = false;

  constructor(
    readonly name: string,
    work: Work,
  ) {
    this.ending = statementGates.run(this.gate, work).finally(() => {
      this.isDone = true;
    });
    this.ended = this.ending.then(
      () => {},
      () => {},
    );
  }

  get isWorking(): boolean {
    return !this.isDone && this.gate.next === undefined;
  }

  /** Runs the next statement; gives it as a line of the report. */
  step(): string {
    const statement = (this.gate.next ?? "").replaceAll(/\s+/g, " ").trim();
    this.gate.letOneThrough();
    return `  ${this.name}: ${statement.slice(0, 100)}`;
  }
}

/** The past of every statement so far: after how many ends it was sent, and after how many it got its lock. */
class Past {
  private readonly ends: string[] = [];
  private readonly met: Map<Session, string[]>;
  /** Waiting sessions, in the order in which they started to wait. */
  private waiting: Session[] = [];

  constructor(sessions: readonly Session[]) {
    this.met = new Map(sessions.map((session) => [session, []]));
  }

  /** Records the next step of a session. */
  take(session: Session): void {
    this.met.get(session)?.push(String(this.ends.length));
    if (session.gate.next === "commit" || session.gate.next === "rollback") this.ends.push(session.name);
  }

  /** The same text for the same past, while every session is at a gate, waits or has ended. */
  point(): string {
    for (const [session, met] of this.met) {
      const waited = this.waiting.includes(session);
      if (session.isWorking && !waited) this.waiting.push(session);
      if (session.isWorking || !waited) continue;
      this.waiting = this.waiting.filter((other) => other !== session);
      met.push(`${met.pop()}-${this.ends.length}`);
    }
    return JSON.stringify([this.ends, this.waiting.map(({ name }) => name), [...this.met.values()]]);
  }
}

/**
 * The sessions at a gate, once each of them is there, has ended, or waits for one that is. Empty when all have ended.
 * When they wait for each other the database ends one, and that one goes on.
 */
async function whoCanGo(sql: postgres.Sql, sessions: readonly Session[]): Promise<number[]> {
  for (;;) {
    const working = sessions.filter(({ isWorking }) => isWorking);
    const heard = Promise.race(working.flatMap(({ gate, ended }) => [gate.arrival(), ended]));
    const waits = await Promise.all(working.map((session) => waitsForAnother(sql, session, sessions)));
    const moved = working.some(({ isWorking }) => !isWorking);
    const able = [...sessions.keys()].filter((place) => sessions[place]?.gate.next !== undefined);
    if (!moved && waits.every(Boolean) && (able.length > 0 || working.length === 0)) return able;
    if (!moved) await Promise.race([heard, setTimeout(LOOK_AGAIN_MS)]);
  }
}

/** A session reports when it goes on; that it waits for a lock must be looked up. */
const LOOK_AGAIN_MS = 1;

async function waitsForAnother(sql: postgres.Sql, { gate }: Session, sessions: readonly Session[]) {
  const [row] = await sql<{ pids: number[] }[]>`select pg_blocking_pids(${gate.pid}) as pids`;
  const others = sessions.filter(({ isDone }) => !isDone).map((other) => other.gate.pid);
  return row !== undefined && row.pids.length > 0 && row.pids.every((pid) => others.includes(pid));
}
