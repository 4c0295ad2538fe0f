import "server-only";
import { sql } from "drizzle-orm";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { asActor } from "@/db/client";
import type { System } from "@/lib/actor";
import { keyedHash } from "@/lib/privacy/seal";
import { ok, type Result, refuse } from "@/lib/result";
import { networkOf } from "../network";

const COUNT: System = { kind: "system", task: "status-limit" };
const WINDOW_SECONDS = 15 * 60;
/** High enough for an office with many employers behind one address, too low for guessing. */
export const MOST = { address: 60, reference: 10 } as const;

export type TooMany = { reason: "too-many"; minutes: number };

/**
 * Counts one attempt to look up a status, per address and per reference, in the database that all processes share. Both
 * are stored as keyed hashes. Refused past either limit, with the minutes to wait.
 */
export async function countAttempt(attempt: {
  forwardedFor: string | null;
  reference: string;
}): Promise<Result<undefined, TooMany>> {
  const reference = attempt.reference.toUpperCase().replace(/[^0-9A-Z]/g, "");
  try {
    await limiter("address").consume(keyedHash("attempt", networkOf(attempt.forwardedFor)));
    await limiter("reference").consume(keyedHash("attempt", reference));
    return ok(undefined);
  } catch (limit) {
    if (!(limit instanceof RateLimiterRes)) throw limit;
    return refuse({ reason: "too-many", minutes: Math.max(1, Math.ceil(limit.msBeforeNext / 60_000)) });
  }
}

const limiters = new Map<keyof typeof MOST, RateLimiterPostgres>();

function limiter(what: keyof typeof MOST): RateLimiterPostgres {
  const known = limiters.get(what);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: { query },
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: `status-${what}`,
    points: MOST[what],
    duration: WINDOW_SECONDS,
  });
  limiters.set(what, made);
  return made;
}

type Statement = { text: string; values?: unknown[] };

/** Runs the limiter's own statements, written with $1, through `asActor`. */
const query = ({ text, values = [] }: Statement) =>
  asActor(COUNT, async (tx) => {
    const pieces = text
      .split(/\$(\d+)/)
      .map((piece, place) => (place % 2 === 0 ? sql.raw(piece) : sql`${values[Number(piece) - 1]}`));
    return await tx.execute(sql.join(pieces));
  });
