import type postgres from "postgres";
import { expect } from "vitest";
import type { Endings } from "./every-order";

/**
 * Checks that there are as many moves as versions, one event each, at most one decision, and a ledger that equals it.
 */
export const holdsTogether =
  (sql: postgres.Sql) =>
  async ({ applicationId }: { applicationId: string }): Promise<void> => {
    const [row] = await sql`
    select a.version, a.state,
      (select count(*)::int from events e where e.application_id = a.id and e.application_version is not null) as events,
      (select count(*)::int from decisions d where d.application_id = a.id) as decisions,
      (select coalesce(sum(d.amount_cents), 0)::int from decisions d where d.application_id = a.id) as decided,
      (select coalesce(sum(l.amount_cents), 0)::int from ledger_entries l where l.application_id = a.id) as booked
    from applications a where a.id = ${applicationId}`;
    expect(row?.events).toBe(row?.version);
    expect(row?.booked).toBe(row?.decided);
    expect(row?.decisions).toBe(row?.state === "granted" ? 1 : 0);
  };

/** Checks that exactly one call succeeded, and that the others were refused without an exception. */
export function oneWon(endings: Endings): number {
  const results = endings.map((ending) => {
    if (ending.status === "rejected") throw ending.reason;
    return ending.value as { ok: boolean; refusal?: { reason: string } };
  });
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  return results.findIndex(({ ok }) => ok);
}
