import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, aFiledApplication, aStaffMember } from "@/db/testing/factories";
import { takeUp } from "@/lib/decisions/commands/take-up";
import { LIMITS } from "@/lib/limits/commands/count";
import { countAttempt } from "./commands/count-attempt";
import { findByCode } from "./queries/find-by-code";
import { publicStatus } from "./queries/public-status";
import { statusCode } from "./queries/status-code";

const { sql } = await testDatabase();

const anAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

test("reference and code open one application, in any notation", async () => {
  const { applicationId, reference } = await aFiledApplication(sql);
  const code = statusCode(applicationId);
  expect(statusCode(applicationId)).toBe(code);
  expect(await findByCode({ reference, statusCode: code })).toEqual({ applicationId, isRight: true });
  const typed = {
    reference: reference.toLowerCase().replaceAll("-", " "),
    statusCode: code.replaceAll("-", ""),
  };
  expect(await findByCode(typed)).toEqual({ applicationId, isRight: true });
});

test("a wrong reference, a wrong code, an absent application and an unreadable code all give nothing", async () => {
  const [one, other] = [await aFiledApplication(sql), await aFiledApplication(sql)];
  const code = statusCode(one.applicationId);
  for (const question of [
    { reference: other.reference, statusCode: code },
    { reference: one.reference, statusCode: statusCode(other.applicationId) },
    { reference: "WS-2026-999999-A", statusCode: code },
    { reference: one.reference, statusCode: statusCode("00000000-0000-0000-0000-000000000000") },
    { reference: "nonsense", statusCode: "nonsense" },
    { reference: "", statusCode: " ".repeat(24) },
  ])
    expect(await findByCode(question), JSON.stringify(question)).toMatchObject({ isRight: false });
});

test("the code is nowhere in the database", async () => {
  const { applicationId } = await aFiledApplication(sql);
  const bare = statusCode(applicationId).replaceAll("-", "");
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'`;
  for (const { name } of tables) {
    const [row] = await sql`
      select count(*)::int as found from ${sql(name)} t where replace(t::text, '-', '') like ${`%${bare}%`}`;
    expect(row?.found, name).toBe(0);
  }
});

test("the status has state and timeline, and nothing of employer, person or amount", async () => {
  const { applicationId, reference, version } = await aFiledApplication(sql, { tracks: ["women"] });
  await takeUp(await aStaffMember(sql, ["reviewer"]), { applicationId, version });
  const status = await publicStatus(applicationId);
  expect(status).toMatchObject({ reference, state: "in_review", scheme: "werkgeverssubsidie" });
  expect(status?.milestones.map(({ key, state }) => [key, state])).toContainEqual(["review", "current"]);
  expect(status?.milestones.find(({ key }) => key === "decision")?.by).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(Object.keys(status ?? {}).sort()).toEqual(
    ["state", "scheme", "year", "reference", "isExample", "milestones"].sort(),
  );
  expect(JSON.stringify(status)).not.toMatch(/Voorbeeld BV|women|8000|800000|[0-9a-f]{64}/);
});

test("a draft has no status", async () => {
  const { applicationId } = await aCompleteDraft(sql);
  expect(await publicStatus(applicationId)).toBeUndefined();
});

test("guesses about one reference have their share where they come from, and keep nobody else out", async () => {
  const [reference, stranger] = [randomUUID(), anAddress()];
  const attempt = (forwardedFor: string, about: string = reference) =>
    countAttempt({ forwardedFor, reference: about });
  for (let guess = 0; guess < LIMITS["status-guess"].most; guess += 1)
    expect(await attempt(stranger)).toMatchObject({ ok: true });
  const refused = await attempt(stranger, reference.toLowerCase());
  expect(refused).toMatchObject({ ok: false, refusal: { reason: "too-many" } });
  expect(refused.ok ? 0 : refused.refusal.minutes).toBeGreaterThan(10);
  expect(await attempt(anAddress())).toMatchObject({ ok: true });
  expect(await attempt(stranger, randomUUID())).toMatchObject({ ok: true });
});

test("one address has its limit of attempts for any reference; concurrent ones count too", async () => {
  const forwardedFor = `${randomUUID()}, ${anAddress()}`;
  const attempts = await Promise.all(
    Array.from({ length: LIMITS["status-address"].most + 5 }, () =>
      countAttempt({ forwardedFor, reference: randomUUID() }),
    ),
  );
  expect(attempts.filter(({ ok }) => ok)).toHaveLength(LIMITS["status-address"].most);
  expect((await countAttempt({ forwardedFor: anAddress(), reference: randomUUID() })).ok).toBe(true);
});

test("neither address nor reference is stored", async () => {
  const [address, reference] = [anAddress(), randomUUID().toUpperCase()];
  await countAttempt({ forwardedFor: address, reference });
  const rows = await sql<{ key: string }[]>`select key from rate_limits where key like 'status-%'`;
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) {
    expect(key).toMatch(/^status-(address|guess):[\w-]+:[0-9a-f]{64}$/);
    expect(key).not.toContain(address);
  }
});
