import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { LIMITS } from "@/lib/limits/commands/count";
import { placeOf, recordDenial, recordFailedLookUp, recordRefusedSignIn } from "./commands/record-denial";
import { searchEvents } from "./queries/search-events";

const { sql } = await testDatabase();
const auditor = await aStaffMember(sql, ["auditor"]);

test("what was denied stands in the person's own stream, also for whoever may write nothing", async () => {
  const { personId } = await anEmployer(sql, { assurance: "loa2" });
  await recordDenial(personId, { reason: "level", path: "/messages?from=x" });
  const [event] =
    await sql`select type, actor_kind, payload from events where stream = ${`person:${personId}`}`;
  expect(event).toEqual({
    ...{ type: "access.deny", actor_kind: "system" },
    payload: { reason: "level", place: "/messages" },
  });
  const { items } = await searchEvents(auditor, { personId, type: "access.deny" });
  expect(items).toMatchObject([{ personId }]);
});

test("a denial about an application is found by its reference, and its employer does not see it", async () => {
  const { applicationId, reference } = await aFiledApplication(sql);
  const official = await aStaffMember(sql, ["reviewer"]);
  await recordDenial(official.personId, { reason: "tie", applicationId });
  const { items } = await searchEvents(auditor, { reference, type: "access.deny" });
  expect(items).toMatchObject([{ personId: official.personId, applicationId }]);
  const [row] =
    await sql`select organisation_id from events where type = 'access.deny' and application_id = ${applicationId}`;
  expect(row?.organisation_id).toBeNull();
});

test("a sign-in that is refused is found, and names nobody", async () => {
  await recordRefusedSignIn("staff", "no-second-factor");
  const { items } = await searchEvents(auditor, { type: "session.refuse" });
  expect(items).toMatchObject([{ stream: "sign-in:staff", personId: null }]);
});

test("somebody who is denied over and over fills no log", async () => {
  const { personId } = await anEmployer(sql);
  const { most } = LIMITS["denial-person"];
  for (let time = 0; time < most + 5; time += 1) await recordDenial(personId, { reason: "role", path: "/" });
  const [row] = await sql`select count(*)::int as n from events where stream = ${`person:${personId}`}`;
  expect(row?.n).toBe(most);
});

test("a wrong status code is found by the reference it was typed for, and its employer does not see it", async () => {
  const { applicationId, reference } = await aFiledApplication(sql);
  await recordFailedLookUp(applicationId);
  await recordFailedLookUp(undefined);
  const { items } = await searchEvents(auditor, { reference, type: "status.fail" });
  expect(items).toMatchObject([{ personId: null, applicationId }]);
  const rows = await sql`select organisation_id, payload from events where type = 'status.fail'`;
  expect(rows).toEqual(Array(2).fill({ organisation_id: null, payload: {} }));
});

test.each([
  ["/cases/0199a0f2-0000-7000-8000-000000000001/decide?x=Noor", "/cases/:id/decide"],
  ["/cases/Noor de Wit/123456782", "/cases/:id/:id"],
  ["/cases/noor-de-wit/decide", "/cases/:id/decide"],
  ["/", "/"],
  ["/a/b/c/d/e/f/g", "/a/b/c/d/e"],
  ["/x#Noor", "/x"],
])("of the address %s only %s is kept", (path, place) => expect(placeOf(path)).toBe(place));
