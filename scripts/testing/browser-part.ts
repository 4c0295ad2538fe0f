import { readFileSync, rmSync } from "node:fs";
import { migrate } from "@/db/migrate";
import { loadReference } from "@/db/reference/load";
import { appDatabaseUrl, appPassword } from "@/lib/env";
import { findBrowser, installBrowser, isWorthInstalling } from "../browser";
import { type Environment, environment } from "../environment";
import { startScratch } from "../scratch-cluster";
import { build, isBuilt } from "../start/build";
import type { Child } from "../start/children";
import { anyFreePort } from "../start/ports";
import { step } from "../start/progress";
import { startApp, startAuthorities, startIdentity, startRegister } from "../start/services";
import { atEnd } from "../start/shutdown";
import { Trouble } from "../start/trouble";
import { command } from "./command";
import { type Count, countPlaywright, FAILED, PASSED, total, withCrash } from "./count";

/** All variables of the suite, so that a developer's own settings do not reach it. */
const MACHINE = { PATH: process.env.PATH, HOME: process.env.HOME };

/** Projects that run together: the first at once, then those that need the portal for themselves. */
const RUNS = [["desktop", "phone", "no-js"], ["alone"], ["alone-no-js"]];

/** Builds the app unless .next was made from exactly these sources. */
export async function buildPart(): Promise<Count> {
  const env = environment(MACHINE);
  if (!isBuilt(env)) await step("  Building the app", () => build(env, endWithUs));
  return PASSED;
}

/** Runs the browser suite against an app, database and identity provider of its own. */
export async function browserPart(files: readonly string[]): Promise<Count> {
  const browser = await aBrowser();
  await buildPart();
  const env = await step("  Starting the portal for the browser", startPortal);
  const counts: Count[] = [];
  for (const projects of RUNS) counts.push(await run(projects, files, { ...env, CHROME: browser }));
  return total(counts);
}

async function run(projects: readonly string[], files: readonly string[], env: Environment): Promise<Count> {
  const report = `.data/reports/${projects[0]}.json`;
  rmSync(report, { force: true });
  const { code } = await command(
    [
      ...["--conditions=react-server", "--import", "tsx"],
      ...["node_modules/@playwright/test/cli.js", "test", ...files, "--reporter=dot,json"],
      ...projects.map((name) => `--project=${name}`),
      "--pass-with-no-tests",
      `--output=test-results/${projects[0]}`,
    ],
    { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: "0" },
    true,
  );
  try {
    return withCrash(countPlaywright(JSON.parse(readFileSync(report, "utf8"))), code);
  } catch {
    return FAILED;
  }
}

async function aBrowser(): Promise<string> {
  if (isWorthInstalling()) await step("  Installing Chromium", async () => installBrowser());
  const found = findBrowser();
  if (found) return found;
  throw new Trouble(
    "There is no browser to test with: install Chromium or Chrome, or set CHROME to its path.",
  );
}

async function startPortal(): Promise<Environment> {
  const [port, identityPort] = [await anyFreePort(), await anyFreePort()];
  const { PATH = "", HOME = "" } = process.env;
  const env = environment({
    PATH,
    HOME,
    NODE_ENV: "test",
    PORT: `${port}`,
    IDENTITY_PORT: `${identityPort}`,
    REGISTER_PORT: `${await anyFreePort()}`,
    AUTHORITIES_PORT: `${await anyFreePort()}`,
  });
  const cluster = await startScratch();
  atEnd(cluster.stop);
  env.DATABASE_URL = cluster.ownerUrl;
  env.DATABASE_SUPER_URL = cluster.superUrl.replace(/postgres$/, "portal");
  env.DATABASE_APP_URL = appDatabaseUrl(cluster.ownerUrl, env.APP_SECRET ?? "");
  await migrate(cluster.ownerUrl, appPassword(env.APP_SECRET ?? ""));
  await loadReference(cluster.ownerUrl, { demo: true });
  await startIdentity(env, endWithUs);
  await startRegister(env, endWithUs);
  await startAuthorities(env, endWithUs);
  await startApp(env, endWithUs, { mode: "start", host: "127.0.0.1" });
  return env;
}

function endWithUs(child: Child): void {
  atEnd(child.stop);
}
