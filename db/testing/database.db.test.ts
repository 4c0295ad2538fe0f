import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { VISITOR } from "@/lib/actor";
import { setClock, testDatabase } from "./database";

const { sql } = await testDatabase();

test("asActor works on a database of this file's own", async () => {
  const [here] = await sql<{ name: string }[]>`select current_database() as name`;
  expect(here?.name).toMatch(/^test_/);
});

test("the database clock can be stopped and started", async () => {
  const instant = new Date("2026-03-01T08:00:00Z");
  await setClock(instant);
  expect(await asActor(VISITOR, async (_tx, now) => now)).toEqual(instant);
  await setClock(null);
  expect(await asActor(VISITOR, async (_tx, now) => now)).not.toEqual(instant);
});
