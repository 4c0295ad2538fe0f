import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { anEmployer, aStaffMember } from "@/db/testing/factories";
import type { StaffArrival } from "./claims";
import { endOwnSession } from "./commands/end-own-session";
import { startSession } from "./commands/start-session";
import { findSession } from "./queries/find-session";
import { ownSessions } from "./queries/own-sessions";
import { newToken } from "./token";

const { sql } = await testDatabase();

async function anOfficial(subject: string = randomUUID()) {
  const token = newToken();
  const arrival: StaffArrival = {
    kind: "staff",
    issuer: "https://provider.example",
    subject,
    name: "Ruben Jansen",
    roles: ["reviewer"],
    employers: [],
  };
  const { personId, sessionId } = await startSession(arrival, token);
  return { token, subject, sessionId, actor: { kind: "staff", personId, roles: ["reviewer"] } as const };
}
const eventsOf = async (personId: string) =>
  (await sql`select type from events where stream = ${`person:${personId}`} order by number`).map(
    ({ type }) => type,
  );

test("a person sees their live sessions, the newest first, and nobody else's", async () => {
  const first = await anOfficial();
  const second = await anOfficial(first.subject);
  const third = await anOfficial(first.subject);
  await sql`update sessions set last_seen_at = now() - interval '16 minutes' where id = ${second.sessionId}`;
  await anOfficial();
  const seen = await ownSessions(first.actor);
  expect(seen.map(({ id }) => id)).toEqual([third.sessionId, first.sessionId]);
});

test("an employer reads for whom a session acts", async () => {
  const employer = await anEmployer(sql);
  expect(await ownSessions(employer)).toMatchObject([
    { id: employer.sessionId, organisationName: "Voorbeeld BV" },
  ]);
});

test("a session that its person ends opens nothing any more, and ends once", async () => {
  const { actor, sessionId, token } = await anOfficial();
  await endOwnSession(actor, sessionId);
  await endOwnSession(actor, sessionId);
  expect(await findSession(token)).toBeUndefined();
  expect(await eventsOf(actor.personId)).toEqual(["session.start", "session.end"]);
});

test("a session of somebody else stays as it is", async () => {
  const { sessionId, token } = await anOfficial();
  await endOwnSession(await aStaffMember(sql, ["reviewer"]), sessionId);
  await endOwnSession(await anEmployer(sql), sessionId);
  expect(await findSession(token)).toBeDefined();
});

test("what an open page asks by itself does not keep a session alive", async () => {
  const { sessionId, token } = await anOfficial();
  const seenAt = async () =>
    (await sql`select last_seen_at from sessions where id = ${sessionId}`)[0]?.last_seen_at as Date;
  await sql`update sessions set last_seen_at = now() - interval '14 minutes' where id = ${sessionId}`;
  const before = await seenAt();
  expect(await findSession(token, { isUse: false })).toBeDefined();
  expect(await seenAt()).toEqual(before);
  await findSession(token);
  expect(await seenAt()).not.toEqual(before);
});
