import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { employerArrival, staffArrival } from "@/lib/auth/claims";
import { dutyOf } from "@/lib/auth/duty";
import { EMPLOYER_CLAIMS, MULTI_FACTOR, STAFF_CLAIMS } from "@/lib/vocabulary/claim-map";
import { claimsOf, signInOf } from "./claims";
import { type Account, accountById, accountIdOf, PEOPLE } from "./people";

const ISSUER = "https://provider.example";

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

test("test people are unique, and each has a pseudonym", () => {
  expect(new Set(PEOPLE.map(({ id }) => id)).size).toBe(PEOPLE.length);
  expect(new Set(PEOPLE.map(({ sub }) => sub)).size).toBe(PEOPLE.length);
  for (const { sub } of PEOPLE) expect(sub).toMatch(/^[0-9a-f]{40}$/);
});

test("there is a test person for every role", () => {
  const staff = PEOPLE.filter((person) => person.kind === "staff");
  const employers = PEOPLE.filter((person) => person.kind === "employer");
  const holding = (role: string) => staff.filter(({ roles }) => roles.some((held) => held === role));
  const own = employers.map(({ represents }) => represents[0]);
  expect(new Set(own.map(({ kvkNumber }) => kvkNumber)).size).toBeGreaterThanOrEqual(3);
  expect(own.filter(({ kvkNumber }) => !kvkNumber)).toHaveLength(1);
  expect(own.filter(({ branch }) => branch)).toHaveLength(1);
  expect(employers.filter(({ represents }) => represents.length === 3)).toHaveLength(1);
  expect(employers.filter(({ assurance }) => assurance === "loa2")).toHaveLength(1);
  expect(holding("reviewer").length).toBeGreaterThanOrEqual(2);
  expect(holding("decider").length).toBeGreaterThanOrEqual(2);
  expect(holding("budget_holder").filter(({ roles }) => dutyOf(roles).ok)).toHaveLength(2);
  expect(holding("auditor")).toHaveLength(1);
  expect(holding("reviewer").filter(({ employers: tied }) => tied.length > 0)).toHaveLength(1);
  expect(staff.filter(({ hasSecondFactor }) => !hasSecondFactor)).toHaveLength(1);
});

test.each(
  PEOPLE.flatMap((person): Account[] =>
    person.kind === "staff"
      ? [{ person, represented: undefined }]
      : person.represents.map((represented) => ({ person, represented })),
  ),
)("the portal understands the claims of $person.name", (account) => {
  expect(accountById(accountIdOf(account))).toEqual(account);
  const said = { iss: ISSUER, ...claimsOf(account), ...signInOf(account.person) };
  const arrival =
    account.person.kind === "staff"
      ? staffArrival({ issuer: ISSUER, claims: STAFF_CLAIMS, secondFactor: [MULTI_FACTOR] }, said)
      : employerArrival({ issuer: ISSUER, claims: EMPLOYER_CLAIMS }, said);
  const refusals: Record<string, string> = {
    greta: "no-kvk-number",
    willem: "several-duties",
    sjoerd: "no-second-factor",
  };
  const reason = refusals[account.person.id];
  expect(arrival).toMatchObject(reason ? { ok: false, refusal: { reason } } : { ok: true });
});

test.each(["register", "authorities"])("the local %s refuse to start in production as well", (name) => {
  const args = ["--conditions=react-server", "--import", "tsx", `scripts/${name}/server.ts`];
  const run = spawnSync(process.execPath, args, {
    env: { ...process.env, PORTAL_MODE: "production" },
    encoding: "utf8",
  });
  expect(run.status).toBe(1);
  expect(run.stderr.trim()).toMatch(/^[^\n]*do(es)? not run in production\.$/);
});
