import postgres from "postgres";
import { asActor } from "@/db/client";
import { readCeilings } from "@/lib/budget/queries/line-years";
import type { Day } from "@/lib/dates";
import { grantInBulk } from "@/lib/decisions/commands/grant-in-bulk";
import { chosenSet } from "@/lib/decisions/queries/clean-cases";
import { AMOUNT_CENTS, committedCents, makeRoom } from "./grants";

export const LEAF = "werkgeverssubsidie";

/** Gives these proposals one rank day, with money for all of them; gives that day. */
export async function makeOneDay(superUrl: string, year: number, proposed: readonly string[]): Promise<Day> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  const day = "2001-01-01";
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update applications set rank_day = ${day} where id = any (${proposed as string[]})`;
  });
  await sql`vacuum analyze applications, proposals, trajectories`;
  await sql.end({ timeout: 5 });
  await makeRoom(superUrl, year, proposed.length);
  return day;
}

/**
 * Grants a whole day with the portal's own commands, preview included. Gives the seconds; throws unless exactly all of
 * them were granted and committed.
 */
export async function grantDay(
  { superUrl, deciderId, year }: { superUrl: string; deciderId: string; year: number },
  day: Day,
  many: number,
): Promise<number> {
  const actor = { kind: "staff", personId: deciderId, roles: ["decider"] } as const;
  const ceiling = { line: LEAF, year } as const;
  const before = await committedCents(superUrl, year);
  const began = performance.now();
  const seen = await asActor(actor, async (tx) =>
    chosenSet(tx, actor, { ceiling, day }, { leaf: LEAF, lines: await readCeilings(tx, ceiling) }),
  );
  const result = await grantInBulk(actor, { ceiling, day, digest: seen.digest });
  const seconds = (performance.now() - began) / 1000;
  const committed = (await committedCents(superUrl, year)) - before;
  if (!result.ok || result.value.count !== many || committed !== many * AMOUNT_CENTS)
    throw new Error(`${many} should be granted: ${JSON.stringify(result)}, ${committed} cents committed`);
  return seconds;
}
