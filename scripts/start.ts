import { migrate } from "@/db/migrate";
import { loadReference } from "@/db/reference/load";
import { appDatabaseUrl, appPassword, readEnv } from "@/lib/env";
import { type Environment, environment, isProduction, isUndecided } from "./environment";
import { PEOPLE } from "./identity/people";
import { stopPostgres } from "./postgres";
import { build, isBuilt } from "./start/build";
import type { Child } from "./start/children";
import { assertFree } from "./start/ports";
import { step } from "./start/progress";
import { runFile } from "./start/run-file";
import {
  startApp,
  startAuthorities,
  startDatabase,
  startIdentity,
  startRegister,
  startWorker,
} from "./start/services";
import { atEnd, end, endOnSignals } from "./start/shutdown";
import { type Service, supervise } from "./start/supervise";
import { explain, Trouble } from "./start/trouble";

const mode = process.argv.includes("--dev") ? "dev" : "start";
const production = isProduction(process.env);
const host = process.env.HOST ?? (production ? "0.0.0.0" : "127.0.0.1");

endOnSignals(0);
main().catch((error) => end(1, explain(error)));

async function main() {
  if (isUndecided(process.env))
    throw new Trouble("PORTAL_MODE is missing: with a DATABASE_URL of your own, say demo or production.");
  const env = environment(process.env);
  const own = runFile(".data/run.json", env.APP_URL ?? "");
  checked(env);
  await own.claim();
  atEnd(own.release);
  await assertFree(Number(env.PORT ?? 3000), "PORT", host);
  if (!production)
    for (const name of ["IDENTITY_PORT", "REGISTER_PORT", "AUTHORITIES_PORT"])
      await assertFree(Number(env[name]), name, "127.0.0.1");

  const ownerUrl = env.DATABASE_URL ?? (await step("Starting PostgreSQL", embedded));
  env.DATABASE_APP_URL ??= appDatabaseUrl(ownerUrl, env.APP_SECRET ?? "");
  await step("Bringing the database up to date", () => migrate(ownerUrl, appPassword(env.APP_SECRET ?? "")));
  await step("Loading reference data", () => loadReference(ownerUrl, { demo: !production }));

  const keep = (child: Child) => {
    own.add(child.pid);
    atEnd(child.stop);
  };
  const first: Child[] = [];
  const serve = (child: Child) => {
    keep(child);
    first.push(child);
  };
  const services: Service[] = [
    { name: "The app", begin: (keep) => startApp(env, keep, { mode, host }), giveUp },
    { name: "The worker", begin: (keep) => startWorker(env, keep, { mode }), giveUp: goOnWithoutWorker },
  ];
  if (!production)
    services.unshift(
      { name: "The identity provider", begin: (keep) => startIdentity(env, keep), giveUp },
      { name: "The trade register", begin: (keep) => startRegister(env, keep), giveUp },
      { name: "The authorities", begin: (keep) => startAuthorities(env, keep), giveUp },
    );
  if (mode === "start" && !isBuilt(env)) await step("Building the app", () => build(env, keep));
  for (const service of services)
    await step(`Starting ${service.name.toLowerCase()}`, () => supervise(service, serve));
  welcome(env);
  for (const child of first) child.show();
}

const giveUp = (sentence: string): void => void end(1, sentence);

const goOnWithoutWorker = (sentence: string): void =>
  console.error(
    `${sentence}\nThe portal goes on without it: no mail or letter leaves until everything is started again.`,
  );

async function embedded(): Promise<string> {
  if (production) throw new Trouble("DATABASE_URL is missing: the database is migrated as its owner first.");
  atEnd(() => stopPostgres());
  let ownerUrl = "";
  const begin = async (keep: (child: Child) => void) => {
    const url = await startDatabase(keep);
    ownerUrl ||= url;
    if (url !== ownerUrl) throw new Trouble("PostgreSQL came back at another port; start everything again.");
  };
  await supervise({ name: "PostgreSQL", begin, giveUp }, () => {});
  return ownerUrl;
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
