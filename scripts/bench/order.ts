import postgres from "postgres";
import type { Staff } from "@/lib/actor";
import { freezeDraw } from "@/lib/order/commands/freeze-draw";
import { revealDraw } from "@/lib/order/commands/reveal-draw";
import { drawRecord } from "@/lib/order/queries/draw-record";
import { drawsOverview } from "@/lib/order/queries/draws-overview";

const SCHEME = "werkgeverssubsidie";
const DAY = "2001-01-01";

export type Ranked = { many: number; rankSeconds: number; freezeSeconds: number; revealSeconds: number };

/** Puts so many filed applications of one scheme on one day, undecided, as after a rush. */
async function makeRush(superUrl: string, many: number): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    const moved =
      await sql`update applications set rank_day = ${DAY}, state = 'in_review', awarded_cents = null
      where id in (select id from applications where scheme = ${SCHEME} and state <> 'draft' limit ${many})`;
    if (moved.count !== many)
      throw new Error(`there are ${moved.count} applications to draw, and not ${many}`);
    await sql`insert into trajectories (application_id, number, organisation_id, scheme, track, person_key, requested_cents)
      select id, 1, organisation_id, scheme, 'general', id::text, requested_cents from applications a
      where rank_day = ${DAY} and not exists (select from trajectories t where t.application_id = a.id)`;
    await sql`vacuum analyze applications, trajectories`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function holder(superUrl: string, name: string): Promise<Staff> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<{ id: string }[]>`
      insert into people (kind, issuer, subject, name) values ('staff', 'bench', ${name}, ${name}) returning id`;
    return { kind: "staff", personId: row?.id ?? "", roles: ["budget_holder"] };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Ranks a day of very many applications, freezes and draws it, with the portal's own commands. Throws unless every one
 * of them got its lot.
 */
export async function drawRush(superUrl: string, many: number): Promise<Ranked> {
  await makeRush(superUrl, many);
  const [one, other] = [await holder(superUrl, "bench one"), await holder(superUrl, "bench other")];
  const [rankSeconds, overview] = await timed(() => drawsOverview(one, SCHEME));
  if (overview.crossing?.day !== DAY || overview.crossing.count !== many)
    throw new Error(`${many} applications should cross: ${JSON.stringify(overview.crossing)}`);
  const [freezeSeconds, frozen] = await timed(() => freezeDraw(one, { scheme: SCHEME, day: DAY }));
  if (!frozen.ok) throw new Error(`not frozen: ${frozen.refusal.reason}`);
  const [revealSeconds, revealed] = await timed(() => revealDraw(other, frozen.value));
  const record = await drawRecord(frozen.value.drawId);
  if (!revealed.ok || record?.order?.length !== many) throw new Error("not everyone got a lot");
  return { many, rankSeconds, freezeSeconds, revealSeconds };
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}
