import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { readiness } from "./readiness";

const { sql } = await testDatabase();
const READY = { database: true, shape: true, keys: true };

test("an up-to-date database and a working data key make a process ready", async () => {
  expect(await readiness()).toEqual(READY);
});

test("a database behind this release is named", async () => {
  const [newest] = await sql`
    delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations) returning hash, created_at`;
  expect(await readiness()).toEqual({ ...READY, shape: false });
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${newest?.hash}, ${newest?.created_at})`;
  expect(await readiness()).toEqual(READY);
});

test("a database with other rules than this release is named", async () => {
  await sql`insert into rules.applied (hash) values ('other')`;
  expect(await readiness()).toEqual({ ...READY, shape: false });
  await sql`delete from rules.applied where hash = 'other'`;
  expect(await readiness()).toEqual(READY);
});

test("a database that does not answer is named while it is silent", async () => {
  await sql.begin(async (tx) => {
    await tx`lock table drizzle.__drizzle_migrations in access exclusive mode`;
    expect(await readiness()).toEqual({ ...READY, database: false, shape: false });
  });
});
