import { setTimeout } from "node:timers/promises";
import { sql as raw } from "drizzle-orm";
import type postgres from "postgres";
import { asActor } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { OutcomeUnknown, Unavailable } from "@/lib/errors";

const WRITERS_EACH = 3;
/** Transactions that must be acknowledged between two strikes. */
const BETWEEN = 10;
const PAUSE_MS = 20;

/** Counts texts through all storms of a process. */
let words = 0;

type Told = "done" | "failed" | "unknown";
export type Damage = {
  acknowledged: number;
  /** Acknowledged but absent; reported as failed but present; present in part or twice. */
  lost: number;
  ghosts: number;
  halves: number;
  /** Rows and events of one employer that were written under another. */
  mixed: number;
  /** The longest time from a strike until enough transactions were acknowledged again. */
  healedMs: number;
};

/** Tables of the transactions of a storm: two rows each, which record the actor that wrote them. */
export async function prepareStorm(sql: postgres.Sql): Promise<void> {
  await sql`create table storm (by_whom uuid not null, word integer not null, part integer not null,
    actor text not null default current_setting('app.person_id', true))`;
  await sql`grant insert on storm to portal_app`;
}

/**
 * Lets two employers write without pause, strikes repeatedly, and then compares the database with the answers to each.
 * `connect` gives a superuser's connection when all is over.
 */
export async function storm(
  [one, other]: readonly [Employer, Employer],
  strikes: number,
  strike: () => Promise<unknown>,
  connect: () => postgres.Sql,
): Promise<Damage> {
  const told = new Map<number, Told>();
  const weather = { isOver: false, acknowledged: 0 };
  const write = async (actor: Employer) => {
    while (!weather.isOver) {
      const word = ++words;
      const ending = await transaction(actor, word);
      told.set(word, ending);
      if (ending === "done") weather.acknowledged += 1;
      else await setTimeout(PAUSE_MS);
    }
  };
  const strikeOn = async () => {
    let healedMs = 0;
    for (let struck = 0; struck < strikes; struck++) {
      await strike();
      const began = performance.now();
      const enough = weather.acknowledged + BETWEEN;
      while (weather.acknowledged < enough && !weather.isOver) await setTimeout(PAUSE_MS);
      healedMs = Math.max(healedMs, performance.now() - began);
    }
    return healedMs;
  };
  const over = () => {
    weather.isOver = true;
  };
  const writers = [one, other].flatMap((actor) => Array.from({ length: WRITERS_EACH }, () => write(actor)));
  const [healedMs] = await Promise.all([
    strikeOn().finally(over),
    ...writers.map((writer) => writer.finally(over)),
  ]);
  return { acknowledged: weather.acknowledged, healedMs, ...(await damage(connect(), told)) };
}

async function transaction(actor: Employer, word: number): Promise<Told> {
  const { personId, organisationId } = actor;
  const say = (part: number) =>
    raw`insert into storm (by_whom, word, part) values (${personId}, ${word}, ${part})`;
  try {
    await asActor(actor, async (tx) => {
      await tx.execute(say(1));
      await recordEvent(tx, actor, { stream: `person:${personId}`, type: "test.storm", organisationId });
      await tx.execute(say(2));
    });
    return "done";
  } catch (error) {
    if (error instanceof OutcomeUnknown) return "unknown";
    if (error instanceof Unavailable) return "failed";
    throw error;
  }
}

async function damage(sql: postgres.Sql, told: ReadonlyMap<number, Told>) {
  const rows = await sql<{ word: number; parts: number; mixed: boolean }[]>`
    select word, count(*)::integer as parts, bool_or(actor is distinct from by_whom::text) as mixed
    from storm group by word`;
  const [events] = await sql<{ mixed: number; surplus: number }[]>`
    select (count(*) filter (where stream <> 'person:' || person_id))::integer as mixed,
      (count(*) - (select count(*) from storm where part = 1))::integer as surplus
    from events where type = 'test.storm'`;
  const parts = new Map(rows.map((row) => [row.word, row.parts]));
  const all = [...told];
  return {
    lost: all.filter(([word, ending]) => ending === "done" && !parts.has(word)).length,
    ghosts: all.filter(([word, ending]) => ending === "failed" && parts.has(word)).length,
    halves: rows.filter((row) => row.parts !== 2).length + Math.abs(events?.surplus ?? 0),
    mixed: rows.filter((row) => row.mixed).length + (events?.mixed ?? 0),
  };
}
