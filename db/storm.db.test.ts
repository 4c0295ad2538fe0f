import { expect, test } from "vitest";
import { testDatabase } from "./testing/database";
import { anEmployer } from "./testing/factories";
import { prepareStorm, storm } from "./testing/storm";

const { sql } = await testDatabase();

test("when every connection is ended repeatedly, no acknowledged write is lost, doubled or mixed", async () => {
  await prepareStorm(sql);
  const employers = [await anEmployer(sql), await anEmployer(sql)] as const;
  const endAll = () => sql`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'portal_app' and datname = current_database()`;
  const damage = await storm(employers, 5, endAll, () => sql);
  expect(damage).toMatchObject({ lost: 0, ghosts: 0, halves: 0, mixed: 0 });
  expect(damage.acknowledged).toBeGreaterThan(0);
});
