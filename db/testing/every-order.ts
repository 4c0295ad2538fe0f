import { setTimeout } from "node:timers/promises";
import type postgres from "postgres";
import { endDatabase } from "@/db/client";
import { commuting } from "./commuting";
import { Gate, gates, installGates } from "./gate";
import { remember } from "./memory";

type Work = () => Promise<unknown>;
/** How each session ended, in the order in which the sessions were given. */
export type Endings = PromiseSettledResult<unknown>[];

type Scenario<Scene> = {
  /** Records that each order begins with: made once, and brought back as they were for the next. */
  prepare: () => Promise<Scene>;
  /** Two or three sessions by name; each runs real commands, which find the database through `asActor`. */
  sessions: (scene: Scene) => Record<string, Work>;
  /** What must hold after every single step, whoever is half-way. */
  always?: (scene: Scene) => Promise<void>;
  /** What must hold when all have ended. */
  atEnd: (scene: Scene, endings: Endings) => Promise<void>;
  /** More orders than this is an error, never a selection. */
  most?: number;
  /** Also the orders that come to the same as another: to see that they do. */
  alsoEqual?: boolean;
};

/**
 * Runs the sessions in every order in which their statements can overlap, on the real database; gives the number of
 * orders. A step is one statement, or the commit. A session that waits for a lock is seen in `pg_blocking_pids` and
 * gets no turn until it is free again. Every order is decided, not hoped for. Of orders that differ in nothing but
 * when somebody read what nobody had committed meanwhile, one is taken: a step that commutes with all that was done
 * since it could have been taken sleeps (Godefroid's sleep sets).
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
  const { most = 1_000, alsoEqual = false } = scenario;
  const commute = alsoEqual ? () => false : await commuting(sql);
  let orders = 0;
  await installGates();
  const scene = await scenario.prepare();
  const memory = await remember(sql);
  try {
    for (let plan: Turn[] | undefined = []; plan; plan = planAfter(plan)) {
      await memory.bringBack();
      if (await oneOrder(sql, { ...scenario, scene, commute }, plan)) orders += 1;
      if (orders > most) throw new RangeError(`there are more than ${most} orders`);
    }
  } finally {
    await memory.forget();
    await endDatabase();
  }
  return orders;
}

/** Who got a turn, who could have got it, and for whom it would have been as another order was. */
type Turn = { chosen: number; able: readonly number[]; asleep: readonly number[] };

const firstAwake = (able: readonly number[], asleep: readonly number[]) =>
  able.find((place) => !asleep.includes(place));

/** The plan with the last turn that could still go to someone else, and everything after it open. */
function planAfter(plan: readonly Turn[]): Turn[] | undefined {
  for (let length = plan.length; length > 0; length--) {
    const { chosen, able, ...turn } = plan[length - 1] as Turn;
    const asleep = [...turn.asleep, chosen];
    const other = firstAwake(able, asleep);
    if (other !== undefined) return [...plan.slice(0, length - 1), { chosen: other, able, asleep }];
  }
  return undefined;
}

type Run<Scene> = Scenario<Scene> & { scene: Scene; commute: Awaited<ReturnType<typeof commuting>> };

/**
 * Follows the plan, then lets the first who can go; writes the turns it took into the plan. False when it comes to a
 * point from which every order was taken before.
 */
async function oneOrder<Scene>(
  sql: postgres.Sql,
  { scene, sessions: of, always, atEnd, commute }: Run<Scene>,
  plan: Turn[],
): Promise<boolean> {
  const sessions = Object.entries(of(scene)).map(([name, work]) => new Session(name, work));
  const nextOf = (place: number) => sessions[place]?.gate.next ?? "";
  const story: string[] = [];
  let asleep: number[] = [];
  try {
    for (let place = 0; ; place++) {
      const able = await whoCanGo(sql, sessions);
      if (able.length === 0) break;
      const first = firstAwake(able, asleep);
      if (first === undefined) return false;
      plan[place] ??= { chosen: first, able, asleep };
      const turn = plan[place] as Turn;
      if (String(turn.able) !== String(able)) throw new Error("the same order went otherwise this time");
      const taken = nextOf(turn.chosen);
      asleep = turn.asleep.filter((other) => other !== turn.chosen && commute(nextOf(other), taken));
      story.push((sessions[turn.chosen] as Session).step());
      await always?.(scene);
    }
    await atEnd(scene, await Promise.allSettled(sessions.map(({ ending }) => ending)));
    return true;
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
  readonly ended: Promise<void>;
  isDone = false;

  constructor(
    readonly name: string,
    work: Work,
  ) {
    this.ending = gates.run(this.gate, work).finally(() => {
      this.isDone = true;
    });
    this.ended = this.ending.then(
      () => {},
      () => {},
    );
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
    const heard = Promise.race(working.flatMap(({ gate, ended }) => [gate.arrival(), ended]));
    const waits = await Promise.all(working.map((session) => waitsForAnother(sql, session, sessions)));
    const moved = working.some(({ isDone, gate }) => isDone || gate.next !== undefined);
    const able = [...sessions.keys()].filter((place) => sessions[place]?.gate.next !== undefined);
    if (!moved && waits.every(Boolean) && (able.length > 0 || working.length === 0)) return able;
    if (!moved) await Promise.race([heard, setTimeout(LOOK_AGAIN_MS)]);
  }
}

/** A session is heard when it goes on; that it waits for a lock is only seen by looking. */
const LOOK_AGAIN_MS = 1;

async function waitsForAnother(sql: postgres.Sql, { gate }: Session, sessions: readonly Session[]) {
  const [row] = await sql<{ pids: number[] }[]>`select pg_blocking_pids(${gate.pid}) as pids`;
  const others = sessions.filter(({ isDone }) => !isDone).map((other) => other.gate.pid);
  return row !== undefined && row.pids.length > 0 && row.pids.every((pid) => others.includes(pid));
}
