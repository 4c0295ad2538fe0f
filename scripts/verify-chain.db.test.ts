import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication } from "@/db/testing/factories";
import { runScript } from "./testing/run-script";

const { sql } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "heads-"));
const kept = join(folder, "heads.txt");
afterAll(() => rmSync(folder, { recursive: true }));

const verify = (...options: string[]) => runScript("scripts/verify-chain.ts", options);

test("a last event that was deleted together with its head is named by a comparison with exported heads", async () => {
  const { applicationId } = await aFiledApplication(sql);
  await aFiledApplication(sql);
  const whole = await verify("--export", kept);
  expect(whole).toMatchObject({ code: 0, output: expect.stringContaining("The chain is whole.") });
  expect(await verify("--head", kept)).toMatchObject({ code: 0 });
  expect(await verify("--export", kept)).toMatchObject({
    code: 2,
    output: expect.stringContaining("is there already"),
  });

  const stream = `application:${applicationId}`;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from events where stream = ${stream} and number = 2`;
    await tx`update event_heads h set (number, hash) = (select number, hash from events e where e.stream = h.stream) where stream = ${stream}`;
  });
  expect(await verify()).toMatchObject({ code: 0 });
  const found = await verify("--head", kept);
  expect(found.output).toContain(`${stream}, event 2: gone since the export`);
  expect(found.output).toContain("Not whole: 1 found.");
  expect(found.code).toBe(1);
});

test("a tampered file of heads is refused", async () => {
  const forged = join(folder, "forged.txt");
  writeFileSync(forged, readFileSync(kept, "utf8").replace(/ 2 /, " 1 "));
  expect(await verify("--head", forged)).toMatchObject({
    code: 2,
    output: expect.stringContaining("do not add up"),
  });
});
