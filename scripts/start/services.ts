import type { Environment } from "../environment";
import { startPostgres } from "../postgres";
import { type Child, startChild } from "./children";
import { Trouble } from "./trouble";

type Keep = (child: Child) => void;
type AppOptions = { mode: "start" | "dev"; host: string };

const PATIENCE_MS = 90_000;
/** Next bundles its own React: its process must not run under the condition of the other processes. */
const TYPESCRIPT_FOR_NEXT = ["--import", "tsx"];
const TYPESCRIPT = ["--conditions=react-server", ...TYPESCRIPT_FOR_NEXT];

const LOOK_EVERY_MS = 500;

/** Starts this project's own PostgreSQL; `keep` gets it like a child process. Gives its owner address. */
export async function startDatabase(keep: Keep): Promise<string> {
  const cluster = await startPostgres();
  const ended = (async () => {
    while (cluster.isRunning()) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    return { code: null, output: `Its log is in ${cluster.folder}.` };
  })();
  keep({ name: "PostgreSQL", pid: 0, ended, show: () => {}, stop: cluster.stop });
  return cluster.ownerUrl;
}

/** Starts the local identity provider; `keep` gets it at once, so that it can be ended while it starts. */
export async function startIdentity(env: Environment, keep: Keep): Promise<void> {
  const child = startChild("The identity provider", [...TYPESCRIPT, "scripts/identity/provider.ts"], env);
  keep(child);
  await whenUp(child, `${env.EMPLOYER_OIDC_ISSUER}/.well-known/openid-configuration`);
}

/** Starts the local trade register, unless another is configured. */
export const startRegister = (env: Environment, keep: Keep): Promise<void> =>
  startStandIn(env, keep, {
    ...{ name: "The trade register", script: "scripts/register/server.ts" },
    ...{ port: env.REGISTER_PORT, configured: env.KVK_API_URL },
  });

/** Starts the local stand-in of the IND and the UWV, unless a service is configured. */
export const startAuthorities = (env: Environment, keep: Keep): Promise<void> =>
  startStandIn(env, keep, {
    ...{ name: "The authorities", script: "scripts/authorities/server.ts" },
    ...{ port: env.AUTHORITIES_PORT, configured: env.AUTHORITIES_URL },
  });

type StandIn = { name: string; script: string; port: string | undefined; configured: string | undefined };

async function startStandIn(
  env: Environment,
  keep: Keep,
  { name, script, port, configured }: StandIn,
): Promise<void> {
  const own = `http://127.0.0.1:${port}`;
  if (configured !== own) return;
  const child = startChild(name, [...TYPESCRIPT, script], env);
  keep(child);
  await whenUp(child, `${own}/health`);
}

/**
 * Starts the app and waits until /readyz reports that it works, with its database. It gets no owner address, only the
 * role that owns nothing.
 */
export async function startApp(env: Environment, keep: Keep, { mode, host }: AppOptions): Promise<void> {
  const { DATABASE_URL: _owner, ...rest } = env;
  const own = {
    NODE_ENV: mode === "dev" ? "development" : "production",
    HOST: host,
  };
  const args = [...TYPESCRIPT_FOR_NEXT, "scripts/web.ts", ...(mode === "dev" ? ["--dev"] : [])];
  const child = startChild("The app", args, { ...rest, ...own });
  keep(child);
  await whenUp(child, `http://127.0.0.1:${env.PORT}/readyz`);
}

/** Starts the worker, also without the owner address. */
export async function startWorker(
  env: Environment,
  keep: Keep,
  { mode }: Pick<AppOptions, "mode">,
): Promise<void> {
  const { DATABASE_URL: _owner, ...rest } = env;
  const own = { NODE_ENV: mode === "dev" ? "development" : "production" };
  keep(startChild("The worker", [...TYPESCRIPT, "scripts/worker.ts"], { ...rest, ...own }));
}

async function whenUp(child: Child, address: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let last: string | undefined;
  void child.ended.then(({ output }) => {
    last = output;
  });
  while (Date.now() < deadline) {
    if (last !== undefined) throw new Trouble(`${child.name} stopped while starting:\n${last}`);
    if (await answers(address)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await child.stop();
  throw new Trouble(
    `${child.name} did not answer at ${address} in ${PATIENCE_MS / 1000} seconds:\n${last ?? ""}`,
  );
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    return response.status === 200;
  } catch {
    return false;
  }
}
