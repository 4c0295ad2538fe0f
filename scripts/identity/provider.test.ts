import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { dutyOf } from "@/lib/auth/duty";
import { PEOPLE } from "./people";

test("the provider refuses to start in production, in one sentence", () => {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/identity/provider.ts"];
  const run = spawnSync(process.execPath, args, {
    env: { ...process.env, PORTAL_MODE: "production" },
    encoding: "utf8",
  });
  expect(run.status).toBe(1);
  expect(run.stdout).toBe("");
  expect(run.stderr.trim()).toMatch(/^[^\n]*does not run in production\.$/);
});

test("nobody is there twice, and everybody is known by a pseudonym", () => {
  expect(new Set(PEOPLE.map(({ id }) => id)).size).toBe(PEOPLE.length);
  expect(new Set(PEOPLE.map(({ sub }) => sub)).size).toBe(PEOPLE.length);
  for (const { sub } of PEOPLE) expect(sub).toMatch(/^[0-9a-f]{40}$/);
});

test("there is someone for every part to be played", () => {
  const staff = PEOPLE.filter((person) => person.kind === "staff");
  const employers = PEOPLE.filter((person) => person.kind === "employer");
  const holding = (role: string) => staff.filter(({ claims }) => claims.roles.some((held) => held === role));
  expect(new Set(employers.map(({ claims }) => claims.kvk_number)).size).toBeGreaterThanOrEqual(3);
  expect(employers.filter(({ claims }) => claims.mandates.length === 2)).toHaveLength(1);
  expect(employers.filter(({ claims }) => claims.loa === "EH2")).toHaveLength(1);
  expect(holding("reviewer").length).toBeGreaterThanOrEqual(2);
  expect(holding("decider").length).toBeGreaterThanOrEqual(2);
  expect(holding("budget_holder").filter(({ claims }) => dutyOf(claims.roles).ok)).toHaveLength(2);
  expect(holding("auditor")).toHaveLength(1);
  expect(holding("reviewer").filter(({ claims }) => claims.employer_kvk.length > 0)).toHaveLength(1);
});

test("the trade register beside it refuses to start in production as well", () => {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/register/server.ts"];
  const run = spawnSync(process.execPath, args, {
    env: { ...process.env, PORTAL_MODE: "production" },
    encoding: "utf8",
  });
  expect(run.status).toBe(1);
  expect(run.stderr.trim()).toMatch(/^[^\n]*does not run in production\.$/);
});
