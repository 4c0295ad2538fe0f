import { expect, test } from "vitest";
import { asActor } from "@/db/client";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, anEmployer, aStaffMember } from "@/db/testing/factories";
import { dayOf, yearOf } from "@/lib/dates";
import { violatedConstraint } from "@/lib/errors";
import { recordFacts } from "@/lib/evaluation/commands/record-facts";
import { evaluation } from "./evaluation";

const { sql } = await testDatabase();
const YEAR = yearOf(dayOf(new Date()));

test("filed trajectories are counted, counts of ten and more are shown, and smaller ones are not", async () => {
  for (let i = 0; i < 10; i++) await aFiledApplication(sql, { tracks: ["general"] });
  await aFiledApplication(sql, { scheme: "startbaan", tracks: ["women"] });
  const holder = await aStaffMember(sql, ["budget_holder"]);
  const tables = await evaluation(holder, YEAR);
  const find = (scheme: string, dimension: string) =>
    tables.find((table) => table.scheme === scheme && table.dimension === dimension);
  expect(find("werkgeverssubsidie", "track")).toMatchObject({
    values: ["general"],
    shown: [
      [0, 0, 0, 10, 10],
      [0, 0, 0, 10, 10],
    ],
  });
  expect(
    find("startbaan", "track")
      ?.shown.flat()
      .filter((cell) => cell !== null && cell > 0),
  ).toEqual([]);
  expect(find("startbaan", "route")?.values).toEqual(["b1"]);
});

test("a reviewer and an employer get no counts, and nobody reads the rows", async () => {
  const reviewer = await aStaffMember(sql, ["reviewer"]);
  expect(await evaluation(reviewer, YEAR)).toEqual([]);
});

test("facts are written only of one's own application, and replaced when written again", async () => {
  const { applicationId, actor } = await aFiledApplication(sql);
  const [facts] =
    await sql`select number, sector, region from evaluation_facts where application_id = ${applicationId}`;
  expect(facts).toMatchObject({ number: 1, sector: expect.stringMatching(/^[A-U]$/) });
  const filing = {
    company: { sbiCode: "4120", postcode: "9711 LM" },
    trajectories: [{ startbaan: null }],
  } as unknown as Parameters<typeof recordFacts>[2];
  await asActor(actor, (tx) => recordFacts(tx, applicationId, filing));
  const again =
    await sql`select sector, region from evaluation_facts where application_id = ${applicationId}`;
  expect([...again]).toEqual([{ sector: "F", region: "9" }]);
  const stranger = await anEmployer(sql);
  const attempt = asActor(stranger, (tx) => recordFacts(tx, applicationId, filing)).catch(violatedConstraint);
  expect(await attempt).toBe("facts_of_own_application");
});
