import type postgres from "postgres";

/** The schema of the copies; the tables that a portal writes to: its own and those of its jobs. */
const KEPT = "kept";
const SCHEMAS = ["public", "pgboss"];

type Memory = { bringBack: () => Promise<void>; forget: () => Promise<void> };

/**
 * Copies every row of the database, to restore it any number of times, without triggers and in a few milliseconds.
 * `sql` is the superuser connection of `testDatabase()`; no other transaction may be open.
 */
export async function remember(sql: postgres.Sql): Promise<Memory> {
  const tables = await sql<{ name: string; columns: string }[]>`
    select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = any(${SCHEMAS}::regnamespace[])
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.oid`;
  const forget = `drop schema if exists ${KEPT} cascade`;
  await sql.unsafe(`${forget}; create schema ${KEPT};
    ${tables.map(({ name }, place) => `create table ${KEPT}.t${place} as table ${name}`).join(";")}`);
  const lines = tables.map(
    ({ name, columns }, place) => `delete from ${name};
      insert into ${name} (${columns}) overriding system value select ${columns} from ${KEPT}.t${place};`,
  );
  const bringBack = `set local session_replication_role = replica; ${lines.join("")}`;
  return {
    bringBack: async () => void (await sql.begin((tx) => tx.unsafe(bringBack))),
    forget: async () => void (await sql.unsafe(forget)),
  };
}
