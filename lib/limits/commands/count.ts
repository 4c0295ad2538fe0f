import "server-only";
import { sql } from "drizzle-orm";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { asActor } from "@/db/client";
import type { System } from "@/lib/actor";
import { keyedHash } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";

const COUNT: System = { kind: "system", task: "limit" };

/**
 * How often somebody may do something. An office with many employers behind one address still gets through, and so does
 * whoever writes a lot; a machine does not. Wrong guesses count against the address that they came from, with and without
 * the reference they are about, so that a stranger's guesses never keep the owner out.
 */
export const LIMITS = {
  "status-address": { most: 60, minutes: 15 },
  "status-guess": { most: 10, minutes: 15 },
  "sign-in-address": { most: 300, minutes: 15 },
  "question-person": { most: 30, minutes: 60 },
  "contacts-person": { most: 20, minutes: 60 },
  "bank-person": { most: 30, minutes: 60 },
  "export-person": { most: 30, minutes: 60 },
  "denial-person": { most: 60, minutes: 60 },
} as const;
type Limit = keyof typeof LIMITS;

export type TooMany = { reason: "too-many"; minutes: number };

/**
 * Counts one more time for this person or address, in the database that all processes share; only a keyed hash of who
 * it is stays there. Refused, with the minutes to wait, when the limit is reached. Opens a transaction of its own.
 */
export async function count(limit: Limit, who: string): Promise<Result<undefined, TooMany>> {
  try {
    await limiter(limit).consume(keyedHash("attempt", who));
    return ok(undefined);
  } catch (reached) {
    if (!(reached instanceof RateLimiterRes)) throw reached;
    return refuse({ reason: "too-many", minutes: Math.max(1, Math.ceil(reached.msBeforeNext / 60_000)) });
  }
}

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiter(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit);
  if (known) return known;
  const { most, minutes } = LIMITS[limit];
  const made = new RateLimiterPostgres({
    storeClient: { query },
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit,
    points: most,
    duration: minutes * 60,
  });
  limiters.set(limit, made);
  return made;
}

type Statement = { text: string; values?: unknown[] };

/** The limiter's own statements, which speak PostgreSQL with $1, through the only way in. */
const query = ({ text, values = [] }: Statement) =>
  asActor(COUNT, async (tx) => {
    const pieces = text
      .split(/\$(\d+)/)
      .map((piece, place) => (place % 2 === 0 ? sql.raw(piece) : sql`${values[Number(piece) - 1]}`));
    return await tx.execute(sql.join(pieces));
  });
