import { expect, test } from "vitest";
import { aCaseInReview } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aStaffMember } from "@/db/testing/factories";
import { isOrdinaryDay } from "@/lib/calendar/atw";
import { listEquatedDays } from "@/lib/calendar/queries/equated-days";
import { usualDeadline } from "@/lib/completion/request";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { ok, refuse } from "@/lib/result";
import { readCase } from "@/lib/screens/queries/read-case";
import { addEquatedDay } from "./add-equated-day";
import { removeEquatedDay } from "./remove-equated-day";

const { sql } = await testDatabase();
const [clock] = await sql<{ now: Date }[]>`select portal_now() as now`;
const TODAY = dayOf(clock?.now ?? new Date(0));
const SOURCE = "Besluit gelijkstelling met zondag (proef), Stb. 2026, 1";
const holder = await aStaffMember(sql, ["budget_holder"]);

/** The next ordinary day that this file has not used yet. */
let at = addDays(TODAY, 400);
const aDay = (): Day => {
  do at = addDays(at, 1);
  while (!isOrdinaryDay(at));
  return at;
};
const eventsAbout = (day: Day) =>
  sql<
    { type: string }[]
  >`select type from events where stream = 'calendar' and payload ->> 'day' = ${day} order by number`;
const knows = async (day: Day) =>
  (await sql<{ is: boolean }[]>`select is_ordinary_day(${day}::date) as is`)[0]?.is === false;

test("a day is added once with its decree, known to the database, and removed again, each with one event", async () => {
  const day = aDay();
  for (let n = 0; n < 2; n++)
    expect(await addEquatedDay(holder, { day, source: SOURCE })).toEqual(ok({ day }));
  expect(await addEquatedDay(holder, { day, source: "Iets anders" })).toEqual(
    refuse({ reason: "day-known-already" }),
  );
  expect(await knows(day)).toBe(true);
  const { rows } = await listEquatedDays(await aStaffMember(sql, ["auditor"]));
  expect(rows.find((row) => row.day === day)).toEqual({ day, source: SOURCE, enteredBy: "Test" });
  expect(await removeEquatedDay(holder, { day })).toEqual(ok({ day }));
  expect(await removeEquatedDay(holder, { day })).toEqual(refuse({ reason: "day-unknown" }));
  expect(await knows(day)).toBe(false);
  expect((await eventsAbout(day)).map(({ type }) => type)).toEqual(["calendar.add", "calendar.remove"]);
});

test("terms computed afterwards do not end on it", async () => {
  const it = await aCaseInReview(sql);
  const before = (await readCase(it.reviewer, it.applicationId))?.equated;
  const usual = usualDeadline(TODAY, before);
  expect((await addEquatedDay(holder, { day: usual, source: SOURCE })).ok).toBe(true);
  const after = (await readCase(it.reviewer, it.applicationId))?.equated;
  expect(usualDeadline(TODAY, after) > usual).toBe(true);
  expect((await removeEquatedDay(holder, { day: usual })).ok).toBe(true);
});

test("only a budget holder changes it, and not for a past day, a weekend, a holiday or a past day of the reference data", async () => {
  const day = aDay();
  for (const role of ["reviewer", "decider", "auditor"] as const) {
    const other = await aStaffMember(sql, [role]);
    expect(await addEquatedDay(other, { day, source: SOURCE })).toEqual(
      refuse({ reason: "not-yours-to-do" }),
    );
    expect(await removeEquatedDay(other, { day: "2028-05-26" })).toEqual(
      refuse({ reason: "not-yours-to-do" }),
    );
  }
  expect(await addEquatedDay(holder, { day: TODAY, source: SOURCE })).toEqual(
    refuse({ reason: "day-is-past" }),
  );
  expect(await addEquatedDay(holder, { day: "2035-12-25", source: SOURCE })).toEqual(
    refuse({ reason: "day-changes-nothing" }),
  );
  expect(await removeEquatedDay(holder, { day: "2026-05-15" })).toEqual(refuse({ reason: "day-is-past" }));
});
