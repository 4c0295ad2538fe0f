import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import type { System } from "@/lib/actor";

/** What is wrong with one event; `missing` names the first event after the gap. */
export const CHAIN_PROBLEMS = [
  "missing",
  "not linked",
  "altered",
  "no head",
  "last missing",
  "head differs",
] as const;
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];
export type Finding<Problem extends string = ChainProblem> = {
  stream: string;
  number: number;
  problem: Problem;
};

export type Verified = {
  streams: number;
  findings: Finding[];
  /** Where to go on; undefined at the end. */
  next: string | undefined;
};

/** Reads for an auditor what they verify: all of it, also what their own ties keep from them. */
export const VERIFIER: System = { kind: "system", task: "verify" };

const SLICE = 1000;
/** More than anyone reads. */
const MOST_FINDINGS = 200;

/**
 * Recomputes the chain of every stream from `after` on, batch by batch, for about `milliseconds`. Names every event
 * that was altered, removed or inserted, unless its stream was rewritten up to its head: see `compareHeads`.
 */
export async function verifyChain(
  actor: System,
  { after = "", milliseconds = Number.POSITIVE_INFINITY }: { after?: string; milliseconds?: number } = {},
): Promise<Verified> {
  const began = performance.now();
  const verified: Verified = { streams: 0, findings: [], next: after };
  while (verified.next !== undefined && performance.now() - began < milliseconds) {
    const slice = await verifySlice(actor, verified.next);
    verified.streams += slice.streams;
    verified.findings.push(...slice.findings.slice(0, MOST_FINDINGS - verified.findings.length));
    verified.next = slice.next;
  }
  return verified;
}

function verifySlice(actor: System, after: string): Promise<Verified> {
  return readAs(actor, async (tx) => {
    const {
      rows: [range],
    } = await tx.execute<{ streams: number; last: string | null }>(sql`
      select count(*)::int as streams, max(stream) as last
      from (select stream from event_heads where stream > ${after} order by stream limit ${SLICE}) slice`);
    const streams = range?.streams ?? 0;
    const next = streams === SLICE && range?.last ? range.last : undefined;
    const { rows: findings } = await tx.execute<Finding>(
      sql`select stream, number, problem from chain_problems(${after}, ${next ?? null}) limit ${MOST_FINDINGS}`,
    );
    return { streams, findings: [...findings], next };
  });
}
