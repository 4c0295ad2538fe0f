import { createHmac } from "node:crypto";
import type postgres from "postgres";

/** Password of the role that reads everything for a backup; derived from that of the app's role. */
const backupPassword = (appPassword: string): string =>
  createHmac("sha256", appPassword).update("portal_backup").digest("hex");

/** The owner's database address, turned into the one for `portal_backup`. */
export function backupDatabaseUrl(ownerUrl: string, appPassword: string): string {
  const url = new URL(ownerUrl);
  url.username = "portal_backup";
  url.password = backupPassword(appPassword);
  return url.href;
}

/**
 * `portal_backup` reads every table and writes nothing. Only a superuser can give it BYPASSRLS: an owner creates the
 * role without it, and a superuser adds it once. A role that exists already keeps its password.
 */
export async function ensureBackupRole(owner: postgres.ISql, appPassword: string): Promise<void> {
  const [role] = await owner<{ ours: boolean }[]>`
    select pg_has_role(current_user, oid, 'member with admin option') as ours
    from pg_roles where rolname = 'portal_backup'`;
  const [me] = await owner<{ free: boolean }[]>`
    select rolbypassrls or rolsuper as free from pg_roles where rolname = current_user`;
  const password = backupPassword(appPassword);
  if (!role) {
    await owner.unsafe(
      `create role portal_backup login ${me?.free ? "bypassrls" : ""} password '${password}'`,
    );
  } else if (role.ours) await owner.unsafe(`alter role portal_backup password '${password}'`);
}

/** Grants `portal_backup` read access to all tables and sequences that exist now; views are made of tables. */
export async function letBackupRead(owner: postgres.Sql): Promise<void> {
  const schemas = await owner<{ name: string; tables: string | null }[]>`
    select quote_ident(nspname) as name, string_agg(format('%I.%I', nspname, relname), ', ') as tables
    from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p')
    where nspname !~ '^pg_' and nspname <> 'information_schema' group by nspname`;
  for (const { name, tables } of schemas)
    await owner.unsafe(`
      grant usage on schema ${name} to portal_backup;
      ${tables ? `grant select on ${tables} to portal_backup;` : ""}
      grant select on all sequences in schema ${name} to portal_backup`);
}
