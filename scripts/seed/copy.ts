import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import type { Officials } from "./people";
import { type Batch, COLUMNS, TABLE_NAMES, type TableName } from "./tables";

/** The duty that a table's guard requires. */
const HANDLER: Partial<Record<TableName, keyof Officials>> = {
  proposals: "reviewers",
  decisions: "deciders",
};

/** Temporary tables for COPY, which does not pass row-level security; rows then go through all checks. */
export async function makeStages(sql: postgres.Sql): Promise<void> {
  for (const table of TABLE_NAMES)
    await sql.unsafe(
      `create temp table seed_${table} on commit delete rows as select ${COLUMNS[table].join(", ")} from ${table} with no data`,
    );
}

/**
 * Writes one batch in one transaction, as the owner. Every check, key and trigger applies, except the trigger that
 * dates events today, because their chain is made beforehand, and the one that allows an undertaking only before
 * filing.
 */
export async function writeBatch(
  sql: postgres.Sql,
  batch: Batch,
  handlers: Record<keyof Officials, string>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('app.kind', 'system', true)`;
    await tx`alter table events disable trigger events_chain`;
    await tx`alter table undertakings disable trigger undertakings_guard`;
    for (const table of TABLE_NAMES) {
      if (batch[table].length === 0) continue;
      const handler = HANDLER[table];
      if (handler) await tx`select set_config('app.person_id', ${handlers[handler]}, true)`;
      const columns = COLUMNS[table].join(", ");
      const copy = await tx.unsafe(`copy seed_${table} (${columns}) from stdin`).writable();
      await pipeline(Readable.from([batch[table].join("")]), copy);
      await tx.unsafe(`insert into ${table} (${columns}) select ${columns} from seed_${table}`);
    }
    await tx`alter table events enable trigger events_chain`;
    await tx`alter table undertakings enable trigger undertakings_guard`;
  });
}
