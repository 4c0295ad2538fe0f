import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { firstBreaches, INVARIANTS, type Invariant, NUMBERS } from "@/lib/audit/invariants";
import { Unavailable } from "@/lib/errors";
import { VERIFIER } from "./verify-chain";

export type Breach = { what: string; found: string; n: number };
export type Checked = {
  id: Invariant["id"];
  number: string;
  /** `unknown` when checking takes longer than a page may wait. */
  outcome: "holds" | "broken" | "unknown";
  breaches: Breach[];
};

/** Every invariant with its outcome, for an auditor, one after the other and each with its own deadline. */
export async function checkInvariants(): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const invariant of INVARIANTS) checked.push(await check(invariant));
  return checked;
}

async function check(invariant: Invariant): Promise<Checked> {
  const { id } = invariant;
  try {
    const { rows: breaches } = await readAs(VERIFIER, (tx) =>
      tx.execute<Breach>(sql.raw(firstBreaches(invariant))),
    );
    return { id, number: NUMBERS[id], outcome: breaches.length === 0 ? "holds" : "broken", breaches };
  } catch (error) {
    if (error instanceof Unavailable) return { id, number: NUMBERS[id], outcome: "unknown", breaches: [] };
    throw error;
  }
}
