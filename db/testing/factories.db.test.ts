import { describe, expect, test } from "vitest";
import { SCHEMES } from "@/lib/vocabulary/scheme";
import { testDatabase } from "./database";
import { aFiledApplication, anEmployer, aStaffMember, theBudget } from "./factories";

const { sql } = await testDatabase();

describe.each(SCHEMES)("the factories, for the %s", (scheme) => {
  test("file a mixed application", async () => {
    const { applicationId, reference, version } = await aFiledApplication(sql, {
      scheme,
      tracks: ["general", "women"],
    });
    const [row] = await sql`select state, reference, version from applications where id = ${applicationId}`;
    expect(row).toEqual({ state: "submitted", reference, version });
    const rows =
      await sql`select number, track from trajectories where application_id = ${applicationId} order by number`;
    expect([...rows]).toEqual([
      { number: 1, track: "general" },
      { number: 2, track: "women" },
    ]);
  });
});

test("colleagues share an organisation", async () => {
  const { organisationId, personId } = await anEmployer(sql);
  const colleague = await anEmployer(sql, { organisationId });
  expect(colleague.organisationId).toBe(organisationId);
  expect(colleague.personId).not.toBe(personId);
});

test("one person does not get two duties", async () => {
  await expect(aStaffMember(sql, ["decider", "budget_holder"])).rejects.toMatchObject({
    constraint_name: "staff_roles_one_duty",
  });
});

test("a year's budget has every line, except where a line has no ceiling", async () => {
  await theBudget(sql, 2098, { "startbaan-experimenten": null, actieagenda: 5 });
  const rows = await sql`select line_id, ceiling_cents::int as cents from ceilings where year = 2098`;
  const byLine = Object.fromEntries(rows.map((row) => [row.line_id, row.cents]));
  expect(byLine.actieagenda).toBe(500);
  expect(byLine).not.toHaveProperty("startbaan-experimenten");
});
