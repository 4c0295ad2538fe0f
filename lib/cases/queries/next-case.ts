import "server-only";
import { sql } from "drizzle-orm";
import { asActor, type Tx } from "@/db/client";
import { organisations, proposals, staffInterests, windows, workItems } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import type { State } from "@/lib/applications/lifecycle";
import { NOBODY } from "./nobody";

/** As many as are looked at in one window: more than there are officials who could all be at one of them. */
const CANDIDATES = 200;

export type NextCase = { id: string; reference: string; employer: string; state: State };

/**
 * The case that this official can best open now, in order of rank: a proposal to decide on, then what was taken up
 * before, then what nobody has taken up. Never one's own proposal or employer; undefined when all is done.
 */
export function nextCase(actor: Staff): Promise<NextCase | undefined> {
  const has = (role: Staff["roles"][number]) => actor.roles.includes(role);
  return asActor(
    actor,
    async (tx) =>
      (has("decider") ? await first(tx, actor, "proposed") : undefined) ??
      (has("reviewer") ? await first(tx, actor, "in_review", actor.personId) : undefined) ??
      (has("reviewer") ? await first(tx, actor, "submitted", NOBODY) : undefined),
  );
}

async function first(tx: Tx, actor: Staff, state: State, assigneeId?: string): Promise<NextCase | undefined> {
  const [row] = await tx.execute<NextCase>(sql`
    select i.application_id as id, i.reference, o.legal_name as employer, i.state
    from ${candidates(state, assigneeId)} i join ${organisations} o on o.id = i.organisation_id
    where ${isOpenTo(actor)} order by i.rank_day, i.case_number limit 1`);
  return row;
}

/** The first of each window in this state, in order of rank, each from its own index. */
export const candidates = (state: State, assigneeId?: string) => sql`
  ${windows} w cross join lateral (select * from ${workItems} x where x.window_id = w.id and x.state = ${state}
    ${assigneeId === undefined ? sql`` : sql`and x.assignee_id = ${assigneeId}::uuid`}
    order by x.rank_day, x.case_number limit ${CANDIDATES})`;

/** Neither of one's own employer nor one's own proposal; of organisation `o` and work item `i`. */
export const isOpenTo = ({ personId }: Staff) => sql`
  not exists (select from ${staffInterests} s where s.person_id = ${personId} and s.kvk_number = o.kvk_number)
  and not exists (select from ${proposals} p where p.application_id = i.application_id and p.proposed_by = ${personId}
    and p.returned_by is null and i.state = 'proposed')`;
