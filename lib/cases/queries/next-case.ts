import "server-only";
import { sql } from "drizzle-orm";
import { planOnce, readAs, type Tx } from "@/db/client";
import { organisations, proposals, staffInterests, windows, workItems } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { NOBODY } from "@/lib/cases/assignment";
import type { State } from "@/lib/vocabulary/lifecycle";

/** As many as are looked at: more than there are officials who could all be at one of them, or have ties there. */
const CANDIDATES = 200;

export type NextCase = { id: string; reference: string; employer: string; state: State };

/**
 * The case that this official can best open now, in order of rank: a proposal to decide on, then what was taken up
 * before, then what nobody has taken up. Never one's own proposal or employer; undefined when all is done.
 */
export function nextCase(actor: Staff): Promise<NextCase | undefined> {
  const has = (role: Staff["roles"][number]) => actor.roles.includes(role);
  return readAs(actor, async (tx) => {
    await planOnce(tx);
    return (
      (has("decider") ? await first(tx, actor, "proposed") : undefined) ??
      (has("reviewer") ? await first(tx, actor, "in_review", actor.personId) : undefined) ??
      (has("reviewer") ? await first(tx, actor, "submitted", NOBODY) : undefined)
    );
  });
}

async function first(tx: Tx, actor: Staff, state: State, assigneeId?: string): Promise<NextCase | undefined> {
  const {
    rows: [row],
  } = await tx.execute<NextCase>(sql`
    select i.application_id as id, i.reference, o.legal_name as employer, i.state
    from ${candidates(actor, state, assigneeId)} i join ${organisations} o on o.id = i.organisation_id
    where ${isNoTie(actor)} order by i.rank_day, i.case_number limit 1`);
  return row;
}

/**
 * The first cases in this state, in order of rank, that are not this official's own proposals: of each window from its
 * own index, and of those the first.
 */
export const candidates = ({ personId }: Staff, state: State, assigneeId?: string) => sql`
  (select x.* from ${windows} w cross join lateral (select * from ${workItems} y where y.window_id = w.id and y.state = ${state}
      ${assigneeId === undefined ? sql`` : sql`and y.assignee_id = ${assigneeId}::uuid`}
      ${state === "proposed" ? isNotOwn(personId) : sql``}
      order by y.rank_day, y.case_number limit ${CANDIDATES}) x
    order by x.rank_day, x.case_number limit ${CANDIDATES})`;

const isNotOwn = (personId: string) => sql`
  and not exists (select from ${proposals} p where p.application_id = y.application_id and p.proposed_by = ${personId}
    and p.returned_by is null)`;

/** Not of one's own employer; of organisation `o`. */
export const isNoTie = ({ personId }: Staff) => sql`
  not exists (select from ${staffInterests} s where s.person_id = ${personId} and s.kvk_number = o.kvk_number)`;
