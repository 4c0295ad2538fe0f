import postgres from "postgres";
import type { Staff } from "@/lib/actor";
import { freezeDraw } from "@/lib/order/commands/freeze-draw";
import { revealDraw } from "@/lib/order/commands/reveal-draw";
import { drawRecord } from "@/lib/order/queries/draw-record";
import { drawsOverview } from "@/lib/order/queries/draws-overview";
import { grantDay, LEAF } from "./bulk-grant";
import { AMOUNT_CENTS, makeRoom } from "./grants";

const DAY = "2001-01-01";

/**
 * As many grants for a first statushouder as the highest total of the budget table has money for: € 26.6 million, 2029.
 */
const FITS = Math.floor(2_660_000_000 / AMOUNT_CENTS);

export type Ranked = {
  many: number;
  granted: number;
  rankSeconds: number;
  freezeSeconds: number;
  revealSeconds: number;
  grantSeconds: number;
};

/** Creates this many filed applications of one scheme on one day, each with a clean proposal. */
async function makeRush(superUrl: string, many: number, reviewerId: string): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  const line = { trajectory: 1, track: "general", item: "guidance", amountCents: AMOUNT_CENTS, article: "" };
  try {
    await sql`set session_replication_role = replica`;
    const moved = await sql`
      update applications set rank_day = ${DAY}, state = 'proposed', version = 4, requested_cents = ${AMOUNT_CENTS}, awarded_cents = null
      where id in (select id from applications a where scheme = ${LEAF} and state <> 'draft'
        and not exists (select from events e where e.application_id = a.id) limit ${many})`;
    if (moved.count !== many)
      throw new Error(`there are ${moved.count} applications to draw, and not ${many}`);
    await sql`insert into trajectories (application_id, number, organisation_id, scheme, track, person_key, requested_cents)
      select id, 1, organisation_id, scheme, 'general', id::text, requested_cents from applications where rank_day = ${DAY}`;
    await sql`insert into proposals (application_id, application_version, outcome, lines, amount_cents, grounds, explanation,
        attention, failed, proposed_by)
      select id, version, 'grant', ${sql.json([line])}, requested_cents, '{}', '', 0, 0, ${reviewerId}
      from applications where rank_day = ${DAY}`;
    await sql`vacuum analyze applications, trajectories, proposals`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function anOfficial(superUrl: string, name: string, role: Staff["roles"][number]): Promise<Staff> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<{ id: string }[]>`
      insert into people (kind, issuer, subject, name) values ('staff', 'bench', ${name}, ${name}) returning id`;
    return { kind: "staff", personId: row?.id ?? "", roles: [role] };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Ranks a day of very many applications, freezes and draws it, and grants it in bulk, with the portal's own commands.
 * Throws unless every application got its lot, and exactly those that fit were granted.
 */
export async function drawRush(superUrl: string, year: number, many: number): Promise<Ranked> {
  const reviewer = await anOfficial(superUrl, "bench reviewer", "reviewer");
  const decider = await anOfficial(superUrl, "bench decider", "decider");
  const one = await anOfficial(superUrl, "bench one", "budget_holder");
  const other = await anOfficial(superUrl, "bench other", "budget_holder");
  await makeRush(superUrl, many, reviewer.personId);
  const fits = Math.min(FITS, many - 1);
  await makeRoom(superUrl, year, fits);
  const [rankSeconds, overview] = await timed(() => drawsOverview(one, { line: LEAF, year }));
  if (overview.crossing?.day !== DAY || overview.crossing.count !== many)
    throw new Error(`${many} applications should cross: ${JSON.stringify(overview.crossing)}`);
  const [freezeSeconds, frozen] = await timed(() =>
    freezeDraw(one, { ceiling: { line: LEAF, year }, day: DAY }),
  );
  if (!frozen.ok) throw new Error(`not frozen: ${frozen.refusal.reason}`);
  const [revealSeconds, revealed] = await timed(() => revealDraw(other, frozen.value));
  const record = await drawRecord(frozen.value.drawId);
  if (!revealed.ok || record?.order?.length !== many) throw new Error("not everyone got a lot");
  const grantSeconds = await grantDay({ superUrl, deciderId: decider.personId, year }, DAY, fits);
  return { many, granted: fits, rankSeconds, freezeSeconds, revealSeconds, grantSeconds };
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}
