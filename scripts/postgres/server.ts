import { execFile, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { commandOf } from "../processes";
import type { Account } from "./account";
import { handOver } from "./folder";

const run = promisify(execFile);
const INITDB = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"];
const PATIENCE_S = 60;

export type Server = { folder: string; bin: string; account: Account | undefined };

/** Folder with the cluster itself, PostgreSQL's PGDATA. */
export const dataOf = (server: Server): string => join(server.folder, "data");
const logOf = (server: Server) => join(server.folder, "server.log");

const completeMark = (server: Server) => join(server.folder, "initialised");

/** Whether the folder holds a complete cluster; an unfinished one of a killed run does not count. */
export const isComplete = (server: Server): boolean => existsSync(completeMark(server));
export const markComplete = (server: Server): void => writeFileSync(completeMark(server), "");

/** Makes an empty cluster once; later calls do nothing. An unfinished one of a killed run is made again. */
export async function initialise(server: Server, superPassword: string): Promise<void> {
  if (isComplete(server)) return;
  rmSync(dataOf(server), { recursive: true, force: true });
  const passwordFile = join(server.folder, "password");
  writeFileSync(passwordFile, `${superPassword}\n`, { mode: 0o600 });
  handOver(server.folder, server.account);
  try {
    await command(server, "initdb", [
      "-D",
      dataOf(server),
      "-U",
      "postgres",
      `--pwfile=${passwordFile}`,
      ...INITDB,
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  markComplete(server);
}

/**
 * Starts the cluster, or finds it running since a killed start; gives its port. Waits while it recovers. Throws with
 * the server's last output when it is not up within a minute.
 */
export async function start(server: Server, settings: Record<string, string>): Promise<number> {
  const deadline = Date.now() + PATIENCE_S * 1000;
  let failure: unknown;
  while (Date.now() < deadline) {
    const running = runningServer(server);
    if (running?.ready) return running.port;
    if (!running) {
      try {
        return await launch(server, settings);
      } catch (error) {
        failure = error;
        if (lastWords(server).includes("No space left on device")) break;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`PostgreSQL does not start: ${lastWords(server)}`, { cause: failure });
}

/**
 * Starts a cluster that does not run; gives its port. It may still replay its log. Throws when it has ended, or has not
 * begun within a minute.
 */
export async function launch(server: Server, settings: Record<string, string>): Promise<number> {
  const port = await freePort(rememberedPort(server));
  const options = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    ...settings,
    port: String(port),
  };
  const flags = Object.entries(options).map(([name, value]) => `-c ${name}=${quoted(value)}`);
  const args = ["-D", dataOf(server), "-l", logOf(server), "-w", "-t", String(PATIENCE_S)];
  await command(server, "pg_ctl", ["start", ...args, "-o", flags.join(" ")]);
  writeFileSync(join(server.folder, "port"), String(port));
  return port;
}

/** Settles when a started cluster accepts connections, however long it replays its log. Throws when it ends. */
export async function whenReady(server: Server): Promise<void> {
  for (let running = runningServer(server); !running?.ready; running = runningServer(server)) {
    if (!running) throw new Error("PostgreSQL has ended");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Runs statements as the superuser in a cluster that does not run: without a password, and without other connections.
 * Throws at the first statement that fails.
 */
export function runAlone(server: Server, statements: readonly string[]): void {
  const { bin, account, folder } = server;
  const { status, stderr } = spawnSync(
    join(bin, "postgres"),
    ["--single", "-D", dataOf(server), "-c", "exit_on_error=on", "postgres"],
    {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: folder,
      env: { ...process.env, LC_ALL: "C" },
      input: statements.map((statement) => `${statement}\n`).join(""),
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`PostgreSQL refuses: ${stderr.trim()}`);
}

/** A shell-quoted argument. */
export const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;

/** Stops the cluster and waits until it has ended; no error when it had ended already. */
export async function stop(server: Server): Promise<void> {
  if (!runningServer(server)) return;
  try {
    await command(server, "pg_ctl", ["stop", "-D", dataOf(server), "-m", "fast", "-w", "-t", "60"]);
  } catch (error) {
    if (runningServer(server)) throw error;
  }
}

/** Whether the cluster's own process is there, ready or not. */
export const isRunning = (server: Server): boolean => runningServer(server) !== undefined;

function command({ bin, account, folder }: Server, name: string, args: string[]) {
  const identity = account && { uid: account.uid, gid: account.gid };
  return run(join(bin, name), args, { ...identity, cwd: folder, env: { ...process.env, LC_ALL: "C" } });
}

/** Reads postmaster.pid; a file of a dead server, whose number another process now has, is removed. */
function runningServer(server: Server): { port: number; ready: boolean } | undefined {
  const file = join(dataOf(server), "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const name = commandOf(Number(lines[0]));
  if (name?.includes("postgres")) return { port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  rmSync(file, { force: true });
  return undefined;
}

function rememberedPort({ folder }: Server): number {
  const file = join(folder, "port");
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
}

function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      preferred ? resolve(freePort(0)) : reject(new Error("No free port for PostgreSQL.")),
    );
    probe.listen(preferred, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** The end of the server's log. */
export function lastWords(server: Server): string {
  if (!existsSync(logOf(server))) return "it left no log";
  const size = statSync(logOf(server)).size;
  const tail = Buffer.alloc(Math.min(size, 600));
  const file = openSync(logOf(server), "r");
  readSync(file, tail, 0, tail.length, size - tail.length);
  closeSync(file);
  return tail.toString("utf8").trim();
}
