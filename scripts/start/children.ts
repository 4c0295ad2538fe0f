import { type ChildProcess, spawn } from "node:child_process";

export type Child = {
  name: string;
  pid: number;
  /** Settles when the process has ended; with its exit code (null after a signal) and its last output. */
  ended: Promise<{ code: number | null; output: string }>;
  /** From now on its output goes to the terminal. */
  show: () => void;
  stop: () => Promise<void>;
};

const PATIENCE_MS = 20_000;
const REMEMBERED = 8_000;

/**
 * Starts a long-running process. It leads a group of its own, so that Ctrl-C reaches it only through us, in order, and
 * stopping it stops its children. Output is held back until `show`.
 */
export function startChild(name: string, args: readonly string[], env: Record<string, string>): Child {
  const child = spawn(process.execPath, args, {
    env: { ...env, NODE_ENV: env.NODE_ENV as "production" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${name} could not be started`);
  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString("utf8")).slice(-REMEMBERED);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const ended: Child["ended"] = new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, output: output.trim() }));
  });
  return {
    name,
    pid,
    ended,
    show: () => {
      child.stdout?.pipe(process.stdout);
      child.stderr?.pipe(process.stderr);
    },
    stop: () => stop(child, pid, ended),
  };
}

async function stop(child: ChildProcess, pid: number, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(pid, "SIGTERM");
  const timer = setTimeout(() => signalGroup(pid, "SIGKILL"), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}

/** Signals a child process and its children; nothing happens when they have ended. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
