import postgres from "postgres";
import { expect, test } from "vitest";
import { migrate } from "@/db/migrate";
import { applyRules } from "@/db/rules";
import { testDatabase } from "@/db/testing/database";
import { appPassword } from "@/lib/env";
import { explain } from "@/scripts/start/trouble";

const { sql, ownerUrl } = await testDatabase();

const applications = async () => (await sql`select hash from rules.applied`).length;

async function apply(): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await applyRules(owner);
  } finally {
    await owner.end();
  }
}

test("unchanged rules are not applied again", async () => {
  const before = await applications();
  await apply();
  expect(await applications()).toBe(before);
});

test("changed rules replace every function, trigger, policy and grant", async () => {
  const sorted = (list: string) =>
    sql`(select array_agg(a::text order by a::text) from unnest(${sql(list)}) a) as acl`;
  const rules = async () => ({
    functions:
      await sql`select oid::regprocedure::text as name, pg_get_functiondef(oid) as source, proowner, ${sorted("proacl")}
      from pg_proc where pronamespace = 'public'::regnamespace and prolang <> 13 order by 1`,
    triggers:
      await sql`select pg_get_triggerdef(oid) as text from pg_trigger where not tgisinternal order by 1`,
    policies: await sql`select * from pg_policies where schemaname = 'public' order by tablename, policyname`,
    grants:
      await sql`select relname, ${sorted("relacl")} from pg_class where relnamespace = 'public'::regnamespace order by 1`,
  });
  const before = await rules();
  expect(before.triggers.length).toBeGreaterThan(50);
  await sql`update rules.applied set hash = 'of other files'`;
  await sql`create function planted() returns trigger language plpgsql as 'begin return null; end'`;
  await sql`create trigger planted before insert on events for each row execute function planted()`;
  await sql`create policy planted on events for all to portal_app using (true)`;
  await sql`grant delete on events to portal_app`;
  await sql`drop policy staff_reads on decisions`;
  await sql`drop function name_words(text) cascade`;
  expect(await rules()).not.toEqual(before);

  await apply();
  expect(await rules()).toEqual(before);
});

test("a database with another first migration is refused in one sentence", async () => {
  await sql`update drizzle.__drizzle_migrations set hash = 'of an earlier history'`;
  const refused = await migrate(ownerUrl, appPassword(process.env.APP_SECRET ?? "")).catch(
    (error: unknown) => error,
  );
  expect(explain(refused)).toBe(
    "This database is from before the first release and cannot be brought up to date; a demo begins anew once the folder .data is removed.",
  );
});
