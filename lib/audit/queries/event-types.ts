import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import type { Staff } from "@/lib/actor";

/** Every type of event, by name. Jumps from one type to the next along the index, whatever their number. */
export async function eventTypes(actor: Staff): Promise<string[]> {
  return readAs(actor, async (tx) => {
    const { rows } = await tx.execute<{ type: string }>(sql`
      with recursive types as (
        (select type from events order by type limit 1)
        union all
        select (select e.type from events e where e.type > t.type order by e.type limit 1) from types t where t.type is not null
      ) select type from types where type is not null`);
    return rows.map(({ type }) => type);
  });
}
