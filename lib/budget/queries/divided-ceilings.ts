import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import type { Staff } from "@/lib/actor";
import type { Ceiling } from "@/lib/budget/ceiling";

/**
 * The ceilings of windows that officials still work with: from last year on, and earlier ones with an undecided
 * application. Those of an open window come first, then by line, the newest year first.
 */
export function dividedCeilings(actor: Staff): Promise<Ceiling[]> {
  return readAs(actor, async (tx) => {
    const { rows } = await tx.execute<Ceiling>(sql`
      select w.line_id as line, w.year from windows w join budget_lines l on l.id = w.line_id
      where w.year >= extract(year from legal_today()) - 1
        or exists (select from applications a where a.line_id = w.line_id and a.year = w.year and is_undecided(a.state))
      group by w.line_id, w.year, l.path
      order by bool_or(portal_now() between w.opens_at and w.closes_at) desc, l.path desc, w.year desc`);
    return rows;
  });
}
