import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import { addDays, type Day } from "@/lib/dates";
import { endOfTerm, isOrdinaryDay } from "./atw";
import { EQUATED_DAYS } from "./equated-days";

const { sql } = await testDatabase();

test("database and TypeScript agree on every day of twenty years, and on terms of one to thirteen weeks", async () => {
  const rows = await sql<{ day: Day; ordinary: boolean; ends: Day[] }[]>`
    select d::date::text as day, is_ordinary_day(d::date) as ordinary,
      (select array_agg(end_of_weeks(d::date, n)::text order by n) from generate_series(1, 13) n) as ends
    from generate_series('2022-01-01'::date, '2041-12-31'::date, interval '1 day') d`;
  expect(rows).toHaveLength(7305);
  const different = rows.filter(
    ({ day, ordinary, ends }) =>
      ordinary !== isOrdinaryDay(day) || ends.some((end, place) => end !== endOfTerm(day, place + 1)),
  );
  expect(different).toEqual([]);
});

test("the equated days of the reference data are those of the decrees", async () => {
  const rows = await sql<{ day: Day }[]>`select day::text from equated_days order by day`;
  expect(rows.map(({ day }) => day)).toEqual([...EQUATED_DAYS].sort());
});

test("a window of eight weeks has its last day to decide on an ordinary day", async () => {
  const ends = await sql<{ on: Day }[]>`select end_of_weeks('2026-10-30', 8)::text as on`;
  expect(ends[0]?.on).toBe(addDays("2026-10-30", 59));
});

test("only a budget holder changes the calendar", async () => {
  const decider = await aStaffMember(sql, ["decider"]);
  await expect(
    asActor(decider, (tx) =>
      tx.execute(
        `insert into equated_days (day, source, entered_by) values ('2029-05-11', 'x', '${decider.personId}')`,
      ),
    ),
  ).rejects.toThrow();
});
