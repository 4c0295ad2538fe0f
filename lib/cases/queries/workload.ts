import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { workItems } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { NOBODY } from "@/lib/cases/assignment";
import { dayOf } from "@/lib/dates";
import type { State } from "@/lib/vocabulary/lifecycle";

/** Counting stops here; the page then says "more than". */
export const MOST_COUNTED = 100;

/** Groups of states in which an official has work. */
export const LOADS = {
  unclaimed: ["submitted"],
  review: ["in_review"],
  employer: ["completion_requested", "refusal_intended"],
  proposed: ["proposed"],
} as const satisfies Record<string, readonly State[]>;
export type Load = keyof typeof LOADS;

export type Workload = { id: string | null; name: string | null; late: number } & Record<Load, number>;

/**
 * The number of undecided cases per reviewer and without a handler, per group of states and past the legal term. Counts
 * to `MOST_COUNTED` + 1 and no further, so that a million applications cost no more.
 */
export function workload(actor: Staff): Promise<Workload[]> {
  return readAs(actor, async (tx, now) => {
    const { rows } = await tx.execute<
      Record<Load | "late", string> & { id: string; name: string | null }
    >(sql`
      select h.id, h.name, ${sql.join(
        [
          ...Object.entries(LOADS).map(
            ([load, states]) => sql`${bounded(states)} as ${sql.identifier(load)}`,
          ),
          sql`${bounded(Object.values(LOADS).flat(), dayOf(now))} as late`,
        ],
        sql`, `,
      )}
      from (select id, name, 0 as place from handlers() union all select ${NOBODY}::uuid, null, 1) h order by h.place, h.name, h.id`);
    return rows.map(({ id, name, ...counts }) => ({
      id: id === NOBODY ? null : id,
      name,
      unclaimed: Number(counts.unclaimed),
      review: Number(counts.review),
      employer: Number(counts.employer),
      proposed: Number(counts.proposed),
      late: Number(counts.late),
    }));
  });
}

/** One range of an index per state, read up to the limit. */
const bounded = (states: readonly State[], before?: string) => sql`
  (select least(sum(n), ${MOST_COUNTED + 1}::integer) from (values ${sql.join(
    states.map((state) => sql`(${state}::text)`),
    sql`, `,
  )}) s (state) cross join lateral (select count(*) as n from (select 1 from ${workItems} i
    where i.assignee_id = h.id and i.state = s.state ${before ? sql`and i.due_on < ${before}::date` : sql``}
    limit ${MOST_COUNTED + 1}) one) c)`;
