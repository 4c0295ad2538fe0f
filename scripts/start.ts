import { migrate } from "@/db/migrate";
import { loadReference } from "@/db/reference/load";
import { appDatabaseUrl, appPassword, readEnv } from "@/lib/env";
import { type Environment, environment, isProduction } from "./environment";
import { PEOPLE } from "./identity/people";
import { startPostgres, stopPostgres } from "./postgres";
import { build, isBuilt } from "./start/build";
import type { Child } from "./start/children";
import { assertFree } from "./start/ports";
import { step } from "./start/progress";
import { runFile } from "./start/run-file";
import { startApp, startIdentity, startRegister, startWorker } from "./start/services";
import { atEnd, end, endOnSignals } from "./start/shutdown";
import { explain, Trouble } from "./start/trouble";

const mode = process.argv.includes("--dev") ? "dev" : "start";
const production = isProduction(process.env);
const host = process.env.HOST ?? (production ? "0.0.0.0" : "127.0.0.1");

endOnSignals(0);
main().catch((error) => end(1, explain(error)));

async function main() {
  const env = environment(process.env);
  const own = runFile(".data/run.json", env.APP_URL ?? "");
  checked(env);
  await own.claim();
  atEnd(own.release);
  await assertFree(Number(env.PORT ?? 3000), "PORT", host);
  if (!production) await assertFree(Number(env.IDENTITY_PORT), "IDENTITY_PORT", "127.0.0.1");
  if (!production) await assertFree(Number(env.REGISTER_PORT), "REGISTER_PORT", "127.0.0.1");

  const ownerUrl = env.DATABASE_URL ?? (await step("Starting PostgreSQL", embedded));
  env.DATABASE_APP_URL ??= appDatabaseUrl(ownerUrl, env.APP_SECRET ?? "");
  await step("Bringing the database up to date", () => migrate(ownerUrl, appPassword(env.APP_SECRET ?? "")));
  await step("Loading reference data", () => loadReference(ownerUrl, { demo: !production }));

  const keep = (child: Child) => {
    own.add(child.pid);
    atEnd(child.stop);
  };
  const services: Child[] = [];
  const serve = (child: Child) => {
    keep(child);
    services.push(child);
    void child.ended.then(({ output }) => end(1, `${child.name} stopped by itself.\n${output}`));
  };
  if (mode === "start" && !isBuilt(env)) await step("Building the app", () => build(env, keep));
  if (!production) await step("Starting the identity provider", () => startIdentity(env, serve));
  if (!production) await step("Starting the trade register", () => startRegister(env, serve));
  await step("Starting the app", () => startApp(env, serve, { mode, host }));
  startWorker(env, serve, { mode });
  welcome(env);
  for (const child of services) child.show();
}

async function embedded(): Promise<string> {
  if (production) throw new Trouble("DATABASE_URL is missing: the database is migrated as its owner first.");
  atEnd(() => stopPostgres());
  return (await startPostgres()).ownerUrl;
}

function checked(env: Environment) {
  const own = production ? {} : { DATABASE_URL: "postgres://127.0.0.1/portal" };
  const read = readEnv({ ...own, ...env });
  if ("problems" in read) throw new Trouble(`The portal cannot start. ${read.problems.join(" ")}`);
}

function welcome(env: Environment) {
  const lines = ["", `  The portal is ready:  ${env.APP_URL}`, ""];
  if (!production) {
    const width = Math.max(...PEOPLE.map((person) => person.name.length));
    lines.push("  Sign in as one of these test people:");
    for (const person of PEOPLE) lines.push(`    ${person.name.padEnd(width)}  ${person.description}`);
    lines.push("");
    if (!env.SMTP_URL)
      lines.push("  Mail is not sent but kept in .data/mail; SMTP_URL=smtp://… sends it.", "");
  }
  console.log([...lines, "  Ctrl-C stops everything.", ""].join("\n"));
}
