import { randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { aCompleteDraft, anEmployer } from "@/db/testing/factories";
import { ASSURANCES, type Employer, reaches } from "@/lib/actor";
import { rulesFor } from "@/lib/schemes/rules";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { ACT_LEVELS, type Act, demandLevel, LevelTooLow, LOWEST_LEVEL } from "./acts";

const { sql } = await testDatabase();

const OF_EMPLOYER =
  /export (?:async )?(?:function |const )(\w+)(?:<[^>]*>)?(?: = (?:async )?)?\(\s*actor: Employer\b/g;
const files = globSync("lib/*/commands/*.ts").filter((file) => !file.includes(".test."));
const commands = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(OF_EMPLOYER)].map(([, name = ""]) => ({ file, name })),
);
const low: Employer = {
  kind: "employer",
  ...{ personId: randomUUID(), organisationId: randomUUID(), sessionId: randomUUID() },
  assurance: "loa2plus",
};

test("the commands of employers are found", () => {
  expect(commands.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "startApplication",
      "submitApplication",
      "askQuestion",
      "readMessage",
      "respond",
    ]),
  );
  expect(commands.length).toBeGreaterThanOrEqual(20);
});

test.each(commands)(
  "$name is refused at too low a level, before it reads its input",
  async ({ file, name }) => {
    const module: Record<string, (...given: unknown[]) => Promise<unknown>> = await import(resolve(file));
    await expect(module[name]?.(low, {}, {}, {})).rejects.toThrow(LevelTooLow);
  },
);

test.each(Object.keys(ACT_LEVELS) as Act[])("%s passes from its level on, and for officials", (act) => {
  for (const assurance of ASSURANCES) {
    const attempt = () => demandLevel({ ...low, assurance }, act);
    if (reaches(assurance, ACT_LEVELS[act])) attempt();
    else expect(attempt).toThrow(LevelTooLow);
  }
  demandLevel({ kind: "staff", personId: randomUUID(), roles: ["reviewer"] }, act);
});

test("the lowest level is that of the acts, and no scheme files below it", async () => {
  const levels = Object.values(ACT_LEVELS);
  expect(levels.every((level) => reaches(level, LOWEST_LEVEL))).toBe(true);
  expect(levels).toContain(LOWEST_LEVEL);
  for (const scheme of SCHEMES)
    expect(reaches(rulesFor(`${scheme}-2026`).minimumAssurance.value, LOWEST_LEVEL)).toBe(true);
  const [row] = await sql`select lowest_level() as level`;
  expect(row?.level).toBe(LOWEST_LEVEL);
});

test("the database refuses every write of a session at too low a level", async () => {
  const { actor: owner, applicationId } = await aCompleteDraft(sql);
  const colleague = await anEmployer(sql, { organisationId: owner.organisationId, assurance: "loa2plus" });
  const forged: Employer = { ...colleague, assurance: "loa4" };
  const tryTo = (statement: string) => asActor(forged, (tx) => tx.execute(statement));
  await expect(
    tryTo(`update applications set answers = 'x' where id = '${applicationId}'`),
  ).rejects.toThrow();
  await expect(
    tryTo(`insert into kept_answers (person_id, application_id, part, answers)
      values ('${forged.personId}', '${applicationId}', 'company', 'x')`),
  ).rejects.toThrow();
  await tryTo(`delete from documents where application_id = '${applicationId}'`);
  const [left] = await sql`select count(*)::int as n from documents where application_id = ${applicationId}`;
  expect(left?.n).toBe(1);
});
