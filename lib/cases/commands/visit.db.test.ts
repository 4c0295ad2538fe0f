import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { anIban } from "@/db/testing/answers";
import { aCaseInReview } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import type { Staff } from "@/lib/actor";
import { besideCase } from "@/lib/cases/queries/case-sidebar";
import { changesSince } from "@/lib/cases/queries/changes-since";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { readCase } from "@/lib/screens/queries/read-case";
import { refreshCase } from "./refresh-case";
import { stayAtCase, visitCase } from "./visit-case";
import { writeNote } from "./write-note";

const { sql } = await testDatabase();
const START = new Date("2026-11-24T13:03:00Z");
const later = (minutes: number) => setClock(new Date(START.getTime() + minutes * 60_000));

test("colleagues see who has the case open and since when, until a while after the page was closed", async () => {
  await setClock(START);
  const { applicationId } = await aCaseInReview(sql);
  const [mees, noor] = [await aStaffMember(sql, ["reviewer"]), await aStaffMember(sql, ["decider"])];
  expect(await visitCase(mees, applicationId)).toEqual({ before: undefined, others: [] });
  await later(1);
  expect((await visitCase(noor, applicationId)).others).toEqual([{ name: "Test", since: START }]);
  await later(2);
  expect(await stayAtCase(mees, applicationId)).toMatchObject({
    hasChanged: false,
    others: [{ name: "Test" }],
  });
  await later(4);
  expect((await stayAtCase(noor, applicationId)).others).toEqual([]);
  const auditor = await aStaffMember(sql, ["auditor"]);
  await visitCase(auditor, applicationId);
  expect((await stayAtCase(noor, applicationId)).others).toEqual([]);
  await setClock(null);
});

test("changes since the last visit are shown until the next one, without the official's own", async () => {
  await setClock(START);
  const reviewer = await aStaffMember(sql, ["reviewer"]);
  const { applicationId, actor } = await aCaseInReview(sql, { reviewer });
  await visitCase(reviewer, applicationId);
  await writeNote(reviewer, { applicationId, note: "Van mijzelf." });
  expect((await stayAtCase(reviewer, applicationId)).hasChanged).toBe(true);
  await later(30);
  await withdrawApplication(actor, { applicationId });
  const { before } = await visitCase(reviewer, applicationId);
  expect(before?.at).toEqual(START);
  const changes = before && (await changesSince(reviewer, applicationId, before));
  expect(changes?.events).toMatchObject([{ type: "application.withdraw", isEmployer: true }]);
  expect(changes?.answers).toEqual([]);
  await later(32);
  expect((await visitCase(reviewer, applicationId)).before).toEqual(before);
  await later(60);
  const next = (await visitCase(reviewer, applicationId)).before;
  expect(next && (await changesSince(reviewer, applicationId, next))).toBeUndefined();
  await setClock(null);
});

test("opening a case is an event of who opened it, once a visit, and none of the case", async () => {
  await setClock(START);
  const { applicationId } = await aCaseInReview(sql);
  const [reviewer, auditor] = [await aStaffMember(sql, ["reviewer"]), await aStaffMember(sql, ["auditor"])];
  const openings = async ({ personId }: Staff) =>
    (
      await sql`select at from events where type = 'case.open' and stream = ${`person:${personId}`}
        and application_id = ${applicationId} and person_id = ${personId}`
    ).length;
  await visitCase(reviewer, applicationId);
  await later(4);
  await visitCase(reviewer, applicationId);
  expect(await openings(reviewer)).toBe(1);
  await later(10);
  const { before } = await visitCase(reviewer, applicationId);
  expect(await openings(reviewer)).toBe(2);
  await visitCase(auditor, applicationId);
  expect(await openings(auditor)).toBe(1);
  expect(before && (await changesSince(reviewer, applicationId, before))).toBeUndefined();
  const types = ((await readCase(reviewer, applicationId))?.history ?? []).map(({ type }) => type);
  expect(types).not.toContain("case.open");
  await setClock(null);
});

test("applications that share an employer, an account or a group are related, and show nothing else", async () => {
  const [employer, iban] = [await anEmployer(sql), anIban()];
  const one = await aFiledApplication(sql, { actor: employer, iban });
  const same = await aFiledApplication(sql, { actor: employer, scheme: "startbaan", iban });
  const other = await aFiledApplication(sql, { iban });
  const [kvk] = await sql`select kvk_number from organisations where id = ${other.actor.organisationId}`;
  const auditor: Staff = await aStaffMember(sql, ["auditor"]);
  const { related } = await besideCase(auditor, one.applicationId, [String(kvk?.kvk_number)]);
  const of = (id: string) => related.find((it) => it.id === id);
  expect(of(same.applicationId)).toMatchObject({ relations: ["employer", "account"], scheme: "startbaan" });
  expect(of(other.applicationId)).toMatchObject({ relations: ["account", "group"] });
  expect(Object.keys(of(other.applicationId) ?? {}).sort()).toEqual(
    ["awardedCents", "id", "reference", "relations", "scheme", "state", "year"].sort(),
  );
  expect(of(one.applicationId)).toBeUndefined();
});

test("companies that name each other, or the same third one, are one group, and its aid is shown", async () => {
  const parent = "87654321";
  const naming = (groupKvkNumbers: string) => aFiledApplication(sql, { groupKvkNumbers });
  const one = await naming(parent);
  const kvkOf = async ({ actor }: typeof one) =>
    (await sql`select kvk_number from organisations where id = ${actor.organisationId}`)[0]?.kvk_number;
  const names = await naming(await kvkOf(one));
  const sister = await naming(parent);
  const stranger = await aFiledApplication(sql);
  const named = await aFiledApplication(sql);
  const alsoNaming = await naming(await kvkOf(named));
  const auditor: Staff = await aStaffMember(sql, ["auditor"]);
  const groupOf = async ({ applicationId }: typeof one) =>
    new Set(
      (await besideCase(auditor, applicationId, [])).related.map(({ id, relations }) => `${id} ${relations}`),
    );
  const group = (...cases: (typeof one)[]) =>
    new Set(cases.map(({ applicationId }) => `${applicationId} group`));
  expect(await groupOf(one)).toEqual(group(names, sister));
  expect(await groupOf(names)).toEqual(group(one));
  expect(await groupOf(named)).toEqual(group(alsoNaming));
  expect(await groupOf(stranger)).toEqual(group());
  const rows = await sql`select key from undertakings where application_id = ${one.applicationId}`;
  expect(rows.map(({ key }) => key).join()).not.toContain(parent);
  const change = asActor(one.actor, (tx) =>
    tx.execute(`delete from undertakings where application_id = '${one.applicationId}'`),
  );
  await expect(change).rejects.toMatchObject({ constraint: "undertakings_as_filed" });
});

test("applications for the same person are related, whoever the employer is", async () => {
  const [one, other] = [await aFiledApplication(sql), await aFiledApplication(sql)];
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update trajectories set person_key = ${"same person"} where application_id in ${tx([one.applicationId, other.applicationId])}`;
  });
  const auditor: Staff = await aStaffMember(sql, ["auditor"]);
  const { related } = await besideCase(auditor, one.applicationId, []);
  expect(related).toMatchObject([{ id: other.applicationId, relations: ["person"] }]);
});

test("attention points are updated for both applications that share an account", async () => {
  const iban = anIban();
  const [first, second] = [await aFiledApplication(sql, { iban }), await aFiledApplication(sql, { iban })];
  const attentionOf = async (id: string) =>
    (await sql`select attention from work_items where application_id = ${id}`)[0]?.attention as string[];
  expect(await attentionOf(second.applicationId)).toEqual([]);
  await refreshCase({ applicationId: second.applicationId });
  expect(await attentionOf(second.applicationId)).toContain("shared_account");
  expect(await attentionOf(first.applicationId)).toContain("shared_account");
});
