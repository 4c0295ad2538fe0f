import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, windows } from "@/db/schema";
import type { Day } from "@/lib/dates";
import { cents } from "@/lib/money";
import {
  asGeneral,
  type Budget,
  type Claims,
  mixOf,
  type OutOfTurn,
  type Queue,
  turnOf,
} from "@/lib/order/turn";
import { ok, type Result, refuse } from "@/lib/result";
import type { AwardLine } from "@/lib/schemes/award";
import type { LineId } from "@/lib/vocabulary/budget-lines";
import { waitsForWindow } from "@/lib/vocabulary/distribution";

type Place = { id: string; lineId: LineId; year: number; rankDay: Day | null };
type Row = {
  ahead: boolean;
  count: number;
  reserved: number;
  total: string;
  women: string;
  first_day: Day | null;
};

/**
 * Whether granting this award now would overtake an earlier application. The caller is a reviewer or decider and has
 * locked the ceilings in `locking`, or requested the lock just before; the queue is read after it. Counts every request
 * as general first, which claims most; reads tracks only when that does not fit.
 */
export async function takesTurn(
  tx: Tx,
  application: Place,
  award: readonly AwardLine[],
  locking: Budget | Promise<Budget>,
): Promise<Result<true, OutOfTurn>> {
  const day = application.rankDay;
  if (!day) throw new Error(`application ${application.id} has no rank day`);
  const [budget, isWaiting, queue] = await Promise.all([
    locking,
    waitsForLottery(tx, application.id),
    queueBefore(tx, application, day, false),
  ]);
  if (isWaiting) return refuse({ reason: "window-open", day });
  const mine = mixOf(award);
  if (turnOf(asGeneral(mine), day, queue, budget).ok) return ok(true);
  return turnOf(mine, day, await queueBefore(tx, application, day, true), budget);
}

/** Whether it belongs to a window lottery whose closing day is not over, by the clock of the database. */
async function waitsForLottery(tx: Tx, id: string): Promise<boolean> {
  const [window] = await tx
    .select({
      distribution: windows.distribution,
      rankDay: applications.rankDay,
      today: sql<Day>`legal_today()::text`,
    })
    .from(applications)
    .innerJoin(windows, eq(windows.id, applications.windowId))
    .where(eq(applications.id, id));
  return window?.rankDay ? waitsForWindow(window.distribution, window.rankDay, window.today) : false;
}

/** Whether all earlier applications are on the reserve list: then none of them fits either. */
export async function standsBehindReserve(tx: Tx, application: Place): Promise<boolean> {
  if (!application.rankDay) return false;
  const {
    rows: [ahead],
  } = await tx.execute<Pick<Row, "count" | "reserved">>(sql`
    select count, reserved from queue_before(${application.id}::uuid, ${application.lineId}, ${application.year}::integer,
      ${application.rankDay}::date, false) where ahead`);
  return ahead !== undefined && ahead.count === ahead.reserved;
}

/** The undecided applications before this day, and of this day. The caller is a decider. */
export async function queueBefore(
  tx: Tx,
  { id, lineId, year }: Omit<Place, "rankDay">,
  day: Day,
  byTrack: boolean,
): Promise<Queue> {
  const { rows } = await tx.execute<Row>(sql`
    select ahead, count, reserved, total, women, first_day::text
    from queue_before(${id}::uuid, ${lineId}, ${year}::integer, ${day}::date, ${byTrack})`);
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
