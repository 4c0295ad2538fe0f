import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication } from "@/db/testing/factories";
import { appPassword } from "@/lib/env";
import { backupDatabaseUrl, ensureBackupRole } from "./backup-role";

const { sql, ownerUrl } = await testDatabase();
const password = appPassword(process.env.APP_SECRET ?? "");
const backup = postgres(backupDatabaseUrl(ownerUrl, password), { max: 1 });
const owner = postgres(ownerUrl, { max: 1 });
afterAll(() => Promise.all([backup.end(), owner.end()]));

const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
const tables = (await sql.unsafe<{ name: string }[]>(TABLES)).map(({ name }) => name);

/** As pg_dump reads: an error where row-level security would leave rows out. */
const countOf = (role: postgres.Sql, table: string) =>
  role.begin(async (tx) => {
    await tx`set local row_security = off`;
    return (await tx.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n;
  });

test("the role of backups reads every table whole, and the owner does not", async () => {
  await aFiledApplication(sql);
  expect(tables).toContain("public.applications");
  for (const table of tables)
    expect([table, await countOf(backup, table)]).toEqual([table, await countOf(sql, table)]);
  await expect(countOf(owner, "applications")).rejects.toMatchObject({ code: "42501" });
  expect(await owner`select from applications`).toHaveLength(0);
});

test("the role of backups reads every sequence", async () => {
  const sequences = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, sequencename) as name from pg_sequences`;
  expect(sequences.length).toBeGreaterThan(0);
  for (const { name } of sequences)
    expect(await backup.unsafe(`select last_value from ${name}`)).toHaveLength(1);
});

test("the role of backups writes nothing", async () => {
  const writable = await sql`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and has_table_privilege('portal_backup', c.oid, 'insert, update, delete, truncate')`;
  expect(writable).toEqual([]);
});

test("a role of backups that exists already keeps its password", async () => {
  await sql
    .begin(async (tx) => {
      const passwordOf = async () =>
        (
          await tx<
            { kept: string }[]
          >`select rolpassword as kept from pg_authid where rolname = 'portal_backup'`
        )[0]?.kept;
      const before = await passwordOf();
      await tx`revoke portal_backup from portal_owner`;
      await tx`set local role portal_owner`;
      await ensureBackupRole(tx, "another");
      await tx`reset role`;
      expect(await passwordOf()).toBe(before);
      await tx`rollback`.catch(() => {});
      throw new Error("undone");
    })
    .catch((error: Error) => expect(error.message).toBe("undone"));
});
