import postgres from "postgres";
import { decide } from "@/lib/decisions/commands/decide";
import { atOnce, type Run } from "./at-once";

const AT_ONCE = 64;
export const AMOUNT_CENTS = 800_000;

export type Grants = { run: Run; granted: number; refused: number };

/** Decides each proposal with the portal's own command, in this process over its own connections. */
export async function grantByDecide(deciderId: string, proposed: readonly string[]): Promise<Grants> {
  const actor = { kind: "staff", personId: deciderId, roles: ["decider"] } as const;
  const count = { granted: 0, refused: 0 };
  const run = await atOnce(AT_ONCE, proposed, async (applicationId) => {
    const result = await decide(actor, { applicationId, version: 4 });
    if (result.ok) count.granted += 1;
    else if (["ceiling-reached", "would-overtake"].includes(result.refusal.reason)) count.refused += 1;
    else throw new Error(`A decision was refused: ${result.refusal.reason}`);
  });
  return { run, ...count };
}

/**
 * The same number of conditional updates of one counter row, over as many connections: the cost of the ceiling alone.
 */
export async function grantByUpdate(superUrl: string, many: number, fits: number): Promise<Grants> {
  const sql = postgres(superUrl, { max: AT_ONCE, onnotice: () => {} });
  try {
    await sql`drop table if exists bench_ceiling`;
    await sql`create table bench_ceiling (id integer primary key, ceiling bigint not null, committed bigint not null default 0,
      check (committed between 0 and ceiling))`;
    await sql`insert into bench_ceiling (id, ceiling) values (1, ${fits * AMOUNT_CENTS})`;
    await Promise.all(Array.from({ length: AT_ONCE }, () => sql`select 1`));
    const count = { granted: 0, refused: 0 };
    const run = await atOnce(AT_ONCE, Array.from({ length: many }), async () => {
      const rows = await sql`update bench_ceiling set committed = committed + ${AMOUNT_CENTS}
        where id = 1 and committed + ${AMOUNT_CENTS} <= ceiling returning id`;
      count[rows.length > 0 ? "granted" : "refused"] += 1;
    });
    return { run, ...count };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Sets the ceilings of the line and above to fit exactly this many grants on top of the commitments. */
export async function makeRoom(superUrl: string, year: number, fits: number): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  await sql`update ceilings set releases_on = '2000-01-01' where line_id = 'werkgeverssubsidie-vrouwen' and year = ${year}`;
  await sql`update ceilings set reserved_cents = 0, ceiling_cents = committed_cents + ${fits * AMOUNT_CENTS}
    where line_id in (select unnest(path) from budget_lines where id = 'werkgeverssubsidie') and year = ${year}`;
  await sql.end({ timeout: 5 });
}

/** Moves refused applications to the end of the queue, so that the next are first. */
export async function stepAside(superUrl: string, inLine: readonly string[]): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = '2100-01-01' where id = any (${inLine as string[]}) and state = 'proposed'`;
  });
  await sql.end({ timeout: 5 });
}

/** The committed amount by the ledger, to compare with the grants. */
export async function committedCents(superUrl: string, year: number): Promise<number> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  const [row] =
    await sql`select committed_cents from ceilings where line_id = 'werkgeverssubsidie' and year = ${year}`;
  await sql.end({ timeout: 5 });
  return Number(row?.committed_cents);
}
