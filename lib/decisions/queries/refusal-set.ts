import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { readAs, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";
import { type Day, dayOf } from "@/lib/dates";
import { type Cents, cents } from "@/lib/money";

const MOST = 500;

type Row = { id: string; version: number; reference: string; employer: string; requested: string };
export type RefusedCase = Omit<Row, "requested"> & { requestedCents: Cents };

/**
 * Proposals to refuse for want of money alone on a ceiling that this decider may confirm: of other officials, and not on
 * the decider's own employer; with a hash of the cases and their versions.
 */
export async function refusalSet(
  tx: Tx,
  { personId }: Staff,
  { line, year }: Ceiling,
): Promise<{ cases: RefusedCase[]; digest: string }> {
  const { rows } = await tx.execute<Row>(sql`
    select a.id, a.version, a.reference, o.legal_name as employer, a.requested_cents as requested
    from applications a join organisations o on o.id = a.organisation_id
      join proposals p on p.application_id = a.id and p.application_version = a.version and p.returned_by is null
    where a.line_id = ${line} and a.year = ${year} and a.state = 'proposed' and p.outcome = 'refuse' and p.grounds = '{ceiling}'
      and p.proposed_by <> ${personId}::uuid
      and not exists (select from staff_interests i where i.person_id = ${personId}::uuid and i.kvk_number = o.kvk_number)
    order by a.case_number limit ${MOST}`);
  const cases = rows.map(({ requested, ...row }) => ({ ...row, requestedCents: cents(Number(requested)) }));
  const set = cases.map(({ id, version }) => `${id}.${version}`).join(",");
  return { cases, digest: createHash("sha256").update(set).digest("hex") };
}

/** The same on screen, with its day. */
export const refusalSetView = (
  actor: Staff,
  ceiling: Ceiling,
): Promise<{ cases: RefusedCase[]; digest: string; today: Day }> =>
  readAs(actor, async (tx, now) => ({ ...(await refusalSet(tx, actor, ceiling)), today: dayOf(now) }));
