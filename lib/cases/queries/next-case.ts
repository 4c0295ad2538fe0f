import "server-only";
import { sql } from "drizzle-orm";
import { planOnce, readAs, type Tx } from "@/db/client";
import { organisations, proposals, staffInterests, windows, workItems } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { NOBODY } from "@/lib/cases/assignment";
import type { State } from "@/lib/vocabulary/lifecycle";

/** Candidates that are read: more than there are officials who could have one of them open, or have ties there. */
const CANDIDATES = 200;

export type NextCase = { id: string; reference: string; employer: string; state: State };

/**
 * The next case for this official, in order of rank: a proposal to decide on, then the official's own cases, then cases
 * without a handler. Never one's own proposal or employer; undefined when there is none.
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
 * The first cases in this state, in order of rank, without this official's own proposals: the first of each window from
 * its own index, merged.
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

/** Excludes the official's own employer; `o` is the organisation. */
export const isNoTie = ({ personId }: Staff) => sql`
  not exists (select from ${staffInterests} s where s.person_id = ${personId} and s.kvk_number = o.kvk_number)`;
