import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";
import {
  asGeneral,
  type Claims,
  mixOf,
  type OutOfTurn,
  type Purse,
  type Queue,
  turnOf,
} from "@/lib/order/turn";
import { ok, type Result } from "@/lib/result";
import type { AwardLine, Scheme } from "@/lib/schemes/scheme";

type Place = { id: string; scheme: Scheme; rankDay: Day | null };
type Row = { ahead: boolean; count: number; total: string; women: string; first_day: Day | null };

/**
 * Whether granting this award now would overtake anyone. The caller is a decider and holds the
 * lock on the ceilings in `purse`. Counts every request as general first, which asks most; looks at tracks only when
 * that does not fit.
 */
export async function takesTurn(
  tx: Tx,
  application: Place,
  award: readonly AwardLine[],
  purse: Purse,
): Promise<Result<true, OutOfTurn>> {
  const day = application.rankDay;
  if (!day) throw new Error(`application ${application.id} has no rank day`);
  const mine = mixOf(award);
  const rough = turnOf(asGeneral(mine), day, await queueBefore(tx, application, day, false), purse);
  if (rough.ok) return ok(true);
  return turnOf(mine, day, await queueBefore(tx, application, day, true), purse);
}

async function queueBefore(tx: Tx, { id, scheme }: Place, day: Day, byTrack: boolean): Promise<Queue> {
  const rows = await tx.execute<Row>(sql`
    select ahead, count, total, women, first_day::text
    from queue_before(${id}::uuid, ${scheme}::scheme, ${day}::date, ${byTrack})`);
  const ahead = rows.find((row) => row.ahead);
  return {
    ahead: { ...claimsOf(ahead), firstDay: ahead?.first_day ?? null },
    equals: claimsOf(rows.find((row) => !row.ahead)),
  };
}

function claimsOf(row: Row | undefined): Claims {
  const women = Number(row?.women ?? 0);
  return {
    count: row?.count ?? 0,
    generalCents: cents(Number(row?.total ?? 0) - women),
    womenCents: cents(women),
  };
}
