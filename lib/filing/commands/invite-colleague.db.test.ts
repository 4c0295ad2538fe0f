import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer } from "@/db/testing/factories";
import { NotFound } from "@/lib/errors";
import { MOST_INVITATIONS } from "@/lib/filing/invitation";
import { listInvitations } from "@/lib/filing/queries/list-invitations";
import { inviteColleague } from "./invite-colleague";

const { sql } = await testDatabase();
const EMAIL = "collega@voorbeeld.example";
const OK = { ok: true, value: { invited: true } };

const jobsOf = (applicationId: string) =>
  sql`select data from pgboss.job where data ->> 'applicationId' = ${applicationId}`;
const eventsOf = (applicationId: string) =>
  sql`select payload from events where application_id = ${applicationId} and type = 'application.invite'`;

test("a colleague is invited once: one address sealed, one event without it, one mail", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  expect(await inviteColleague(actor, { applicationId, email: EMAIL })).toEqual(OK);
  expect(await inviteColleague(actor, { applicationId, email: EMAIL.toUpperCase() })).toEqual(OK);
  const rows = await sql<{ id: string; recipient: string }[]>`
    select id, recipient from invitations where application_id = ${applicationId}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.recipient).not.toContain("voorbeeld");
  expect([...(await eventsOf(applicationId))]).toEqual([{ payload: { invitation: rows[0]?.id } }]);
  const jobs = await jobsOf(applicationId);
  expect(jobs.map(({ data }) => data)).toEqual([{ kind: "invitation", applicationId, about: rows[0]?.id }]);
  expect(await listInvitations(actor, applicationId)).toEqual([EMAIL]);
});

test("eight requests at once invite once", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  await Promise.all(Array.from({ length: 8 }, () => inviteColleague(actor, { applicationId, email: EMAIL })));
  expect(await jobsOf(applicationId)).toHaveLength(1);
  expect(await eventsOf(applicationId)).toHaveLength(1);
});

test("an invitation gives no access, and a stranger finds nothing", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  await inviteColleague(actor, { applicationId, email: EMAIL });
  const stranger = await anEmployer(sql);
  const byStranger = inviteColleague(stranger, { applicationId, email: EMAIL });
  await expect(byStranger).rejects.toThrow(NotFound);
  expect(await listInvitations(stranger, applicationId)).toEqual([]);
});

test("an invitation is refused after filing, and past the maximum", async () => {
  const filed = await aFiledApplication(sql);
  const late = inviteColleague(filed.actor, { applicationId: filed.applicationId, email: EMAIL });
  expect(await late).toEqual({ ok: false, refusal: { reason: "not-a-draft", state: "submitted" } });
  const { actor, applicationId } = await aCompleteDraft(sql);
  const invite = (place: number) =>
    inviteColleague(actor, { applicationId, email: `${place}@voorbeeld.example` });
  for (let place = 0; place < MOST_INVITATIONS; place++) expect(await invite(place)).toEqual(OK);
  expect(await invite(MOST_INVITATIONS)).toMatchObject({ refusal: { reason: "enough-invited" } });
  expect(await invite(0)).toEqual(OK);
});
