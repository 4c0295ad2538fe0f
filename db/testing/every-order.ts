import type postgres from "postgres";
import { endDatabase } from "@/db/client";
import { Gate, gates, installGates } from "./gate";

type Work = () => Promise<unknown>;
/** How each session ended, in the order in which the sessions were given. */
export type Endings = PromiseSettledResult<unknown>[];

type Scenario<Scene> = {
  /** Records of this one order alone, made before any session begins. */
  prepare: () => Promise<Scene>;
  /** Two or three sessions by name; each runs real commands, which find the database through `asActor`. */
  sessions: (scene: Scene) => Record<string, Work>;
  /** What must hold after every single step, whoever is half-way. */
  always?: (scene: Scene) => Promise<void>;
  /** What must hold when all have ended. */
  atEnd: (scene: Scene, endings: Endings) => Promise<void>;
  /** More orders than this is an error, never a selection. */
  most?: number;
};

/**
 * Runs the sessions in every order in which their statements can overlap, on the real database; gives the number of
 * orders. A step is one statement, or the commit. A session that waits for a lock is seen in `pg_blocking_pids` and
 * gets no turn until it is free again. Nothing sleeps: every order is decided, not hoped for.
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
 * `sql` is the superuser connection of `testDatabase()`: it looks on, so that a check sees what is committed.
 */
export async function everyOrder<Scene>(sql: postgres.Sql, scenario: Scenario<Scene>): Promise<number> {
  const { most = 1_000 } = scenario;
  let orders = 0;
  await installGates();
  try {
    for (let plan: Turn[] | undefined = []; plan; plan = planAfter(plan)) {
      if (orders === most) throw new RangeError(`there are more than ${most} orders`);
      orders += 1;
      await oneOrder(sql, scenario, plan);
    }
  } finally {
    await endDatabase();
  }
  return orders;
}

/** Who got a turn, and who could have got it: from these follows which order to try next. */
type Turn = { chosen: number; able: readonly number[] };

/** The plan with the last turn that could still go to someone else, and everything after it open. */
function planAfter(plan: readonly Turn[]): Turn[] | undefined {
  for (let length = plan.length; length > 0; length--) {
    const { chosen, able } = plan[length - 1] as Turn;
    const other = able[able.indexOf(chosen) + 1];
    if (other !== undefined) return [...plan.slice(0, length - 1), { chosen: other, able }];
  }
  return undefined;
}

/** Follows the plan, then lets the first who can go; writes the turns it took into the plan. */
async function oneOrder<Scene>(sql: postgres.Sql, scenario: Scenario<Scene>, plan: Turn[]): Promise<void> {
  const scene = await scenario.prepare();
  const sessions = Object.entries(scenario.sessions(scene)).map(([name, work]) => new Session(name, work));
  const story: string[] = [];
  try {
    for (let place = 0; ; place++) {
      const able = await whoCanGo(sql, sessions);
      if (able.length === 0) break;
      plan[place] ??= { chosen: able[0] as number, able };
      const turn = plan[place] as Turn;
      if (String(turn.able) !== String(able)) throw new Error("the same order went otherwise this time");
      story.push((sessions[turn.chosen] as Session).step());
      await scenario.always?.(scene);
    }
    await scenario.atEnd(scene, await Promise.allSettled(sessions.map(({ ending }) => ending)));
  } catch (cause) {
    throw new Error(`in this order:\n${story.join("\n")}\n${cause}`, { cause });
  } finally {
    for (const { gate } of sessions) gate.openForGood();
    await Promise.allSettled(sessions.map(({ ending }) => ending));
  }
}

class Session {
  readonly gate = new Gate();
  readonly ending: Promise<unknown>;
  isDone = false;

  constructor(
    readonly name: string,
    work: Work,
  ) {
    this.ending = gates.run(this.gate, work).finally(() => {
      this.isDone = true;
    });
    this.ending.catch(() => {});
  }

  /** Lets the next statement go; gives it as a line of the story. */
  step(): string {
    const statement = (this.gate.next ?? "").replaceAll(/\s+/g, " ").trim();
    this.gate.letOneThrough();
    return `  ${this.name}: ${statement.slice(0, 100)}`;
  }
}

/**
 * The sessions that stand before a gate, once each of them stands there, has ended, or waits for one that does. Empty
 * when all have ended. When they wait for each other the database ends one, and that one goes on.
 */
async function whoCanGo(sql: postgres.Sql, sessions: readonly Session[]): Promise<number[]> {
  for (;;) {
    const working = sessions.filter(({ isDone, gate }) => !isDone && gate.next === undefined);
    const waits = await Promise.all(working.map((session) => waitsForAnother(sql, session, sessions)));
    if (working.some(({ isDone, gate }, place) => isDone || gate.next !== undefined || !waits[place]))
      continue;
    const able = [...sessions.keys()].filter((place) => sessions[place]?.gate.next !== undefined);
    if (able.length > 0 || working.length === 0) return able;
  }
}

async function waitsForAnother(sql: postgres.Sql, { gate }: Session, sessions: readonly Session[]) {
  const [row] = await sql<{ pids: number[] }[]>`select pg_blocking_pids(${gate.pid}) as pids`;
  const others = sessions.filter(({ isDone }) => !isDone).map((other) => other.gate.pid);
  return row !== undefined && row.pids.length > 0 && row.pids.every((pid) => others.includes(pid));
}
