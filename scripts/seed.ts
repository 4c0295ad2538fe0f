import { parseArgs } from "node:util";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { loadReference } from "@/db/reference/load";
import { appPassword } from "@/lib/env";
import { environment, isProduction } from "./environment";
import { borrowPostgres } from "./postgres/borrow";
import { fill } from "./seed/fill";
import { step } from "./start/progress";
import { explain, Trouble } from "./start/trouble";

const { values } = parseArgs({ options: { applications: { type: "string", default: "10000" } } });

main().catch((error) => {
  console.error(explain(error));
  process.exitCode = 1;
});

/** Fills the database with applications for measurements. Only adds. */
async function main(): Promise<void> {
  const applications = Number(values.applications);
  if (!Number.isInteger(applications) || applications < 1)
    throw new Trouble("Say how many: npm run seed -- --applications 1000000");
  if (isProduction(process.env))
    throw new Trouble("Seeding is for demo and measuring, and refuses to run in production.");
  Object.assign(process.env, environment(process.env));
  const cluster = process.env.DATABASE_URL ? undefined : await step("Starting PostgreSQL", borrowPostgres);
  try {
    await seed(process.env.DATABASE_URL ?? cluster?.ownerUrl ?? "", applications);
  } finally {
    await cluster?.stop();
  }
}

async function seed(ownerUrl: string, applications: number): Promise<void> {
  process.env.DATABASE_URL ??= ownerUrl;
  await step("Bringing the database up to date", () =>
    migrate(ownerUrl, appPassword(process.env.APP_SECRET ?? "")),
  );
  await step("Loading reference data", () => loadReference(ownerUrl, { demo: true }));
  await report(ownerUrl, applications);
  await step("Refreshing statistics", () => analyse(ownerUrl));
}

async function report(ownerUrl: string, applications: number): Promise<void> {
  const began = performance.now();
  const speed = (count: number) =>
    Math.round((count * 1000) / (performance.now() - began)).toLocaleString("en");
  const progress = (done: number, rows: number) =>
    console.log(
      `  ${done.toLocaleString("en")} applications, ${speed(done)} a second (${speed(rows)} rows a second)`,
    );
  const rows = await fill(ownerUrl, { applications, progress });
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${applications.toLocaleString("en")} applications, ${rows.toLocaleString("en")} rows in ${seconds.toFixed(0)} s.`,
  );
}

async function analyse(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql`analyze`;
  await sql.end({ timeout: 5 });
}
