import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { NotFound } from "@/lib/errors";
import { withdrawApplication } from "./withdraw-application";

const { sql } = await testDatabase();
const withdrawals = (id: string) =>
  sql`select 1 from events where application_id = ${id} and type = 'application.withdraw'`;

test("a filed application is withdrawn with one event; again changes nothing", async () => {
  const { actor, applicationId } = await aFiledApplication(sql);
  const withdrawn = { ok: true, value: { withdrawn: true } };
  expect(await withdrawApplication(actor, { applicationId })).toEqual(withdrawn);
  expect(await withdrawApplication(actor, { applicationId })).toEqual(withdrawn);
  expect(await withdrawals(applicationId)).toHaveLength(1);
  const [row] = await sql`select state, version from applications where id = ${applicationId}`;
  expect(row).toEqual({ state: "withdrawn", version: 3 });
});

test("an application in review can be withdrawn", async () => {
  const { actor, applicationId, version } = await aFiledApplication(sql);
  await takeUp(await aStaffMember(sql, ["reviewer"]), { applicationId, version });
  expect(await withdrawApplication(actor, { applicationId })).toMatchObject({ ok: true });
});

test("a draft cannot be withdrawn", async () => {
  const { actor, applicationId } = await aCompleteDraft(sql);
  expect(await withdrawApplication(actor, { applicationId })).toEqual({
    ok: false,
    refusal: { reason: "too-late-to-withdraw", state: "draft" },
  });
  expect(await withdrawals(applicationId)).toHaveLength(0);
});

test("a stranger finds nothing to withdraw", async () => {
  const { applicationId } = await aFiledApplication(sql);
  await expect(withdrawApplication(await anEmployer(sql), { applicationId })).rejects.toThrow(NotFound);
});
