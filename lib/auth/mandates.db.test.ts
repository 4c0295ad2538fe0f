import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { applications } from "@/db/schema";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, anEmployer, aWindow } from "@/db/testing/factories";
import type { Employer } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { violatedConstraint } from "@/lib/errors";
import { startApplication } from "@/lib/filing/commands/start-application";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { openWindows } from "@/lib/filing/queries/open-windows";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { listApplications } from "@/lib/screens/queries/list-applications";
import { findSession } from "./queries/find-session";
import { hashOf, newToken } from "./token";

const { sql } = await testDatabase();

type Reach = { schemes?: string[]; validUntil?: string };

/** Someone of another organisation who may act for this employer's, as far as the mandate says. */
async function mandatedBy(employer: Employer, { schemes, validUntil }: Reach = {}): Promise<Employer> {
  const someone = await anEmployer(sql);
  await sql`insert into mandates (person_id, organisation_id, schemes, valid_until)
    values (${someone.personId}, ${employer.organisationId}, ${schemes ?? null}, ${validUntil ?? null})`;
  return { ...someone, organisationId: employer.organisationId };
}

const endMandate = (actor: Employer) =>
  sql`update mandates set valid_until = now() - interval '1 minute' where person_id = ${actor.personId}`;

const payloads = async (applicationId: string) =>
  (await sql`select type, person_id as "personId", organisation_id as "organisationId", payload -> 'byMandate' as mandate
    from events where application_id = ${applicationId} order by number`) as unknown as Record<
    string,
    unknown
  >[];

test("an event under a mandate names person, organisation and that it was by mandate; one's own does not", async () => {
  const { actor: owner, applicationId, answersVersion } = await aCompleteDraft(sql);
  const intermediary = await mandatedBy(owner);
  expect(await submitApplication(intermediary, { applicationId, answersVersion })).toMatchObject({
    ok: true,
  });
  await withdrawApplication(owner, { applicationId });
  const organisationId = owner.organisationId;
  expect(await payloads(applicationId)).toEqual([
    { type: "application.start", personId: owner.personId, organisationId, mandate: null },
    { type: "application.submit", personId: intermediary.personId, organisationId, mandate: true },
    { type: "application.withdraw", personId: owner.personId, organisationId, mandate: null },
  ]);
  expect(await sql`select * from broken_streams() where stream = ${`application:${applicationId}`}`).toEqual(
    [],
  );
});

test("an event of an employer cannot name another organisation", async () => {
  const [one, other] = [await anEmployer(sql), await anEmployer(sql)];
  const event = {
    type: "test.event",
    stream: `person:${one.personId}`,
    organisationId: other.organisationId,
  };
  const recorded = asActor(one, (tx) => recordEvent(tx, one, event));
  await expect(recorded.catch((error) => violatedConstraint(error))).resolves.toBe(
    "events_name_organisation",
  );
});

test("a mandate for one scheme shows and starts nothing of the other", async () => {
  const { actor: owner, applicationId } = await aCompleteDraft(sql, { scheme: "werkgeverssubsidie" });
  const startbaan = await mandatedBy(owner, { schemes: ["startbaan"] });
  expect(await listApplications(startbaan)).toEqual([]);
  expect(await readDraft(startbaan, applicationId)).toBeUndefined();
  const limited: Employer = { ...startbaan, schemes: ["startbaan"] };
  expect(await startApplication(limited, await aWindow(sql, { scheme: "werkgeverssubsidie" }))).toEqual({
    ok: false,
    refusal: { reason: "not-covered" },
  });
  const windowId = await aWindow(sql, { scheme: "startbaan" });
  const covered = async (actor: Employer) =>
    (await openWindows(actor)).filter(({ isCovered }) => isCovered).map(({ scheme }) => scheme);
  expect(new Set(await covered(owner))).toEqual(new Set(["werkgeverssubsidie", "startbaan"]));
  expect(new Set(await covered(limited))).toEqual(new Set(["startbaan"]));
  expect(await startApplication(limited, windowId)).toMatchObject({ ok: true });
  expect(await listApplications(startbaan)).toHaveLength(1);
});

test("an ended mandate opens nothing in the database, whatever the session remembers", async () => {
  const { actor: owner, applicationId } = await aCompleteDraft(sql);
  const intermediary = await mandatedBy(owner);
  expect(await readDraft(intermediary, applicationId)).toBeDefined();
  await endMandate(intermediary);
  expect(await readDraft(intermediary, applicationId)).toBeUndefined();
  const changed = await asActor(intermediary, (tx) =>
    tx.update(applications).set({ answers: "stolen" }).where(eq(applications.id, applicationId)),
  );
  expect(changed.rowCount).toBe(0);
});

test("a session under a mandate that has gone says which one, since when, until a new choice is made", async () => {
  const owner = await anEmployer(sql);
  const intermediary = await mandatedBy(owner, { schemes: ["startbaan"] });
  const token = newToken();
  await sql`insert into sessions (token_hash, person_id, organisation_id, assurance, authenticated_at, last_seen_at, expires_at)
    values (${hashOf(token)}, ${intermediary.personId}, ${owner.organisationId}, 'EH3', now(), now(), now() + interval '8 hours')`;
  expect(await findSession(token)).toMatchObject({
    organisation: { id: owner.organisationId, schemes: ["startbaan"] },
    ended: undefined,
  });
  await endMandate(intermediary);
  expect(await findSession(token)).toMatchObject({
    organisation: { isOwn: true },
    ended: { legalName: "Voorbeeld BV", endedAt: expect.any(Date) },
  });
  await sql`delete from mandates where person_id = ${intermediary.personId}`;
  expect(await findSession(token)).toMatchObject({
    ended: { legalName: "Voorbeeld BV", endedAt: undefined },
  });
});
