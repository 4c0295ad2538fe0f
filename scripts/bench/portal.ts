import { migrate } from "@/db/migrate";
import { loadReference } from "@/db/reference/load";
import { appDatabaseUrl, appPassword } from "@/lib/env";
import { type Environment, environment } from "../environment";
import { startScratch } from "../scratch-cluster";
import { build, isBuilt } from "../start/build";
import type { Child } from "../start/children";
import { anyFreePort } from "../start/ports";
import { step } from "../start/progress";
import { startApp, startIdentity } from "../start/services";
import { atEnd } from "../start/shutdown";

export type BenchPortal = { env: Environment; ownerUrl: string; superUrl: string };

const MACHINE = { PATH: process.env.PATH, HOME: process.env.HOME };

/** A database of this run, which waits for the disk at each commit as production does. */
export async function startDatabase(): Promise<BenchPortal> {
  const [port, identityPort] = [await anyFreePort(), await anyFreePort()];
  const env = environment({
    ...MACHINE,
    NODE_ENV: "production",
    PORT: `${port}`,
    IDENTITY_PORT: `${identityPort}`,
  });
  const cluster = await step("Starting PostgreSQL, with fsync on", () => startScratch({}));
  atEnd(cluster.stop);
  env.DATABASE_APP_URL = appDatabaseUrl(cluster.ownerUrl, env.APP_SECRET ?? "");
  await migrate(cluster.ownerUrl, appPassword(env.APP_SECRET ?? ""));
  await loadReference(cluster.ownerUrl, { demo: true });
  return { env, ownerUrl: cluster.ownerUrl, superUrl: cluster.superUrl.replace(/postgres$/, "portal") };
}

/** The production build of the app on that database, with an identity provider. */
export async function startPortal({ env }: BenchPortal): Promise<void> {
  const keep = (child: Child) => atEnd(child.stop);
  if (!isBuilt(env)) await step("Building the app", () => build(env, keep));
  await step("Starting the identity provider", () => startIdentity(env, keep));
  await step("Starting the app", () => startApp(env, keep, { mode: "start", host: "127.0.0.1" }));
}
