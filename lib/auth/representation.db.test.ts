import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { applications } from "@/db/schema";
import { aCaseToComplete } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, anEmployer, aWindow } from "@/db/testing/factories";
import type { Employer } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { violatedConstraint } from "@/lib/errors";
import { startApplication } from "@/lib/filing/commands/start-application";
import { submitApplication } from "@/lib/filing/commands/submit-application";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { listApplications } from "@/lib/screens/queries/list-applications";

const { sql } = await testDatabase();

const INTERMEDIARY = "90001354";
const [BRANCH, OTHER_BRANCH] = ["000037178598", "000037178601"] as const;

/** Someone else who represents this employer's organisation. */
const representing = async (
  { organisationId }: Employer,
  represented: { intermediary?: string; branch?: string },
) => {
  const { branch } = represented;
  const someone = await anEmployer(sql, { organisationId, ...represented });
  return { ...someone, ...(branch && { branchNumber: branch }) };
};

const payloads = async (applicationId: string) =>
  (await sql`select type, person_id as "personId", organisation_id as "organisationId",
      payload -> 'byMandate' as mandate, payload ->> 'intermediary' as intermediary
    from events where application_id = ${applicationId} order by number`) as unknown as Record<
    string,
    unknown
  >[];

test("an event under a chain mandate names person, organisation and intermediary; one's own does not", async () => {
  const { actor: owner, applicationId, answersVersion } = await aCompleteDraft(sql);
  const intermediary = await representing(owner, { intermediary: INTERMEDIARY });
  expect(await submitApplication(intermediary, { applicationId, answersVersion })).toMatchObject({
    ok: true,
  });
  await withdrawApplication(owner, { applicationId });
  const { organisationId } = owner;
  const own = { personId: owner.personId, organisationId, mandate: null, intermediary: null };
  expect(await payloads(applicationId)).toEqual([
    { ...own, type: "application.start" },
    {
      ...{ type: "application.submit", personId: intermediary.personId, organisationId },
      ...{ mandate: true, intermediary: INTERMEDIARY },
    },
    { ...own, type: "application.withdraw" },
  ]);
  const broken = await sql`select * from broken_streams() where stream = ${`application:${applicationId}`}`;
  expect(broken).toEqual([]);
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

test("a session represents one organisation in the database, whatever the web process says", async () => {
  const { actor: owner, applicationId } = await aCompleteDraft(sql);
  const stranger = await anEmployer(sql);
  const forged = { ...stranger, organisationId: owner.organisationId };
  expect(await readDraft(forged, applicationId)).toBeUndefined();
  expect(await readDraft({ ...owner, personId: stranger.personId }, applicationId)).toBeUndefined();
  expect(await readDraft({ ...owner, sessionId: stranger.sessionId }, applicationId)).toBeUndefined();
});

test("a session that was ended reads and writes nothing in the database", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  await sql`update sessions set ended_at = portal_now() where id = ${actor.sessionId}`;
  expect(await readDraft(actor, applicationId)).toBeUndefined();
  const changed = await asActor(actor, (tx) =>
    tx
      .update(applications)
      .set({ answers: "stolen" })
      .where(eq(applications.id, applicationId))
      .returning({ id: applications.id }),
  );
  expect(changed).toEqual([]);
  await expect(startApplication(actor, await aWindow(sql))).rejects.toThrow();
});

test("who is restricted to a branch sees and starts applications of that branch only", async () => {
  const { actor: owner, applicationId: ofWhole, windowId } = await aCompleteDraft(sql);
  const restricted = await representing(owner, { branch: BRANCH });
  expect(await listApplications(restricted)).toEqual([]);
  expect(await readDraft(restricted, ofWhole)).toBeUndefined();
  expect(await startApplication(restricted, windowId)).toEqual({
    ok: false,
    refusal: { reason: "exists-elsewhere" },
  });
  const { applicationId: ofBranch } = await aCompleteDraft(sql, { actor: restricted });
  expect((await listApplications(restricted)).map(({ id }) => id)).toEqual([ofBranch]);
  expect(await listApplications(owner)).toHaveLength(2);
  expect(await readDraft(await representing(owner, { branch: OTHER_BRANCH }), ofBranch)).toBeUndefined();
});

/** A table that the app's role may not read at all shows nothing either. */
function isNotGranted(error: unknown): 0 {
  expect(String((error as { cause?: unknown }).cause ?? error)).toContain("permission denied");
  return 0;
}

test("who is restricted to a branch reads no event, document or message of the rest", async () => {
  const { actor: owner, applicationId } = await aCompleteDraft(sql);
  const restricted = await representing(owner, { branch: BRANCH });
  const tables = await sql<{ name: string }[]>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'application_id' and table_name not in ('rate_limits')`;
  const seen = async (actor: Employer, table: string) => {
    const found = await asActor(actor, (tx) =>
      tx.execute(`select 1 from "${table}" where application_id = '${applicationId}'`),
    );
    return found.rows.length;
  };
  expect(await seen(owner, "documents")).toBe(1);
  for (const { name } of tables) expect(await seen(restricted, name).catch(isNotGranted), name).toBe(0);
});

test("who is restricted to a branch reads and changes no answer to a request to the rest", async () => {
  const asked = await aCaseToComplete(sql);
  const { actor: owner, requestId } = asked;
  await sql`insert into completion_answers (request_id, organisation_id, answers)
    values (${requestId}, ${owner.organisationId}, 'sealed')`;
  const restricted = await representing(owner, { branch: BRANCH });
  const statements = [
    "select 1 from completion_answers",
    "update completion_answers set revision = 9 returning 1",
  ];
  for (const statement of statements) {
    const rowsOf = async (actor: Employer) =>
      (await asActor(actor, (tx) => tx.execute(statement))).rows.length;
    expect(await rowsOf(restricted), statement).toBe(0);
    expect(await rowsOf(owner), statement).toBe(1);
  }
});
