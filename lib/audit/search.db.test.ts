import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { setClock, testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { recordLooking } from "@/lib/audit/commands/record-looking";
import { eventTypes } from "@/lib/audit/queries/event-types";
import { findPeople } from "@/lib/audit/queries/find-people";
import { readEvent } from "@/lib/audit/queries/read-event";
import {
  type EventFilter,
  type EventPlace,
  PAGE_SIZE,
  searchEvents,
} from "@/lib/audit/queries/search-events";
import { recordEvent } from "@/lib/audit/record";

const { sql } = await testDatabase();
const auditor = await aStaffMember(sql, ["auditor"]);

/** All pages of a search, one after the other. */
async function all(filter: EventFilter) {
  const found = [];
  for (let after: EventPlace | undefined, more = true; more; ) {
    const page = await searchEvents(auditor, filter, after);
    found.push(...page.items);
    after = page.next;
    more = after !== undefined;
  }
  return found;
}

test("an application is found by its reference, with every event, the newest first", async () => {
  const { reference, actor } = await aFiledApplication(sql);
  const found = await all({ reference });
  expect(found.map(({ type }) => type)).toEqual(["application.submit", "application.start"]);
  expect(found[0]).toMatchObject({ reference, personId: actor.personId, personName: "Test" });
  expect(await all({ reference: "WS-2026-999999-X" })).toEqual([]);
});

test("a person is found by the beginning of a name, with their events", async () => {
  const employer = await anEmployer(sql);
  const name = `Zoë 50%_${randomUUID()}`;
  await sql`update people set name = ${name} where id = ${employer.personId}`;
  expect(await findPeople(auditor, name.slice(0, 20).toUpperCase())).toMatchObject([
    { id: employer.personId, name },
  ]);
  expect(await findPeople(auditor, "Zoë 50_%")).toEqual([]);
  const { reference } = await aFiledApplication(sql, { actor: employer });
  expect(await all({ personId: employer.personId })).toHaveLength(2);
  expect(await all({ personId: employer.personId, type: "application.submit", reference })).toHaveLength(1);
});

test("events about a person who was not signed in yet are found with the rest, page after page", async () => {
  const someone = await aStaffMember(sql, ["reviewer"]);
  const system = { kind: "system", task: "test" } as const;
  const stream = `person:${someone.personId}`;
  for (let n = 0; n < PAGE_SIZE; n++) {
    await asActor(system, (tx) => recordEvent(tx, system, { type: "session.start", stream }));
    await recordLooking(someone, "audit.read", { n });
  }
  const found = await all({ personId: someone.personId });
  expect(found.map(({ type }) => type)).toEqual(
    Array.from({ length: PAGE_SIZE }, () => ["audit.read", "session.start"]).flat(),
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(PAGE_SIZE * 2);
  expect(found[1]).toMatchObject({ personId: someone.personId, personName: "Test" });
  expect(await all({ personId: someone.personId, type: "session.start" })).toHaveLength(PAGE_SIZE);
  expect(await readEvent(auditor, Number(found[1]?.id))).toMatchObject({
    personId: someone.personId,
    personName: "Test",
  });
});

test("a period counts whole days in the Netherlands, and pages follow without a gap or repetition", async () => {
  const other = await aStaffMember(sql, ["auditor"]);
  const count = PAGE_SIZE * 2 + 1;
  await setClock(new Date("2033-05-31T21:59:59Z"));
  await recordLooking(other, "audit.search");
  await setClock(new Date("2033-05-31T22:00:00Z"));
  for (let n = 0; n < count; n++) await recordLooking(other, "audit.read", { n });
  await setClock(new Date("2033-06-01T22:00:00Z"));
  await recordLooking(other, "audit.export");
  await setClock(null);
  const found = await all({ from: "2033-06-01", to: "2033-06-01" });
  expect(found).toHaveLength(count);
  expect(new Set(found.map(({ id }) => id)).size).toBe(count);
  expect(found.map(({ number }) => number)).toEqual(found.map(({ number }) => number).sort((a, b) => b - a));
  expect((await all({ personId: other.personId })).length).toBe(count + 2);
  expect(await eventTypes(auditor)).toEqual(
    expect.arrayContaining(["audit.export", "audit.read", "audit.search"]),
  );
});

test("one event is shown with its neighbours and whether its hash fits", async () => {
  const { applicationId } = await aFiledApplication(sql);
  const rows = await sql`select id from events where application_id = ${applicationId} order by number`;
  const [first, last] = rows.map(({ id }) => Number(id));
  expect(await readEvent(auditor, last ?? 0)).toMatchObject({
    previousId: String(first),
    nextId: null,
    isWhole: true,
  });
  expect(await readEvent(auditor, 0)).toBeUndefined();
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update events set payload = '{}' where id = ${last ?? 0}`;
  });
  expect(await readEvent(auditor, last ?? 0)).toMatchObject({ isWhole: false });
  expect(await readEvent(auditor, first ?? 0)).toMatchObject({ isWhole: true });
});

test("an employer finds no events of others", async () => {
  const { reference } = await aFiledApplication(sql);
  const stranger = await anEmployer(sql);
  const asIfStaff = { ...stranger, roles: [] } as unknown as typeof auditor;
  expect((await searchEvents(asIfStaff, { reference })).items).toEqual([]);
});
