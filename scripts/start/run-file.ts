import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { birthOf } from "../processes";
import { signalGroup } from "./children";
import { Trouble } from "./trouble";

type Known = { pid: number; birth: string };
type Run = { address: string; self: Known; children: Known[] };

const PATIENCE_MS = 20_000;

/**
 * Records our processes in a file, so that the next start can end those of a killed one. A process is ours only with
 * the same number and start time.
 */
export function runFile(path: string, address: string) {
  const children: Known[] = [];
  const write = () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ address, self: known(process.pid), children } satisfies Run));
  };
  return {
    /** Throws Trouble when another start from this folder is still running; ends the processes of one that is not. */
    claim: async () => {
      const previous = read(path);
      if (previous && isAlive(previous.self)) {
        throw new Trouble(`The portal already runs at ${previous.address} (process ${previous.self.pid}).`);
      }
      await Promise.all((previous?.children ?? []).filter(isAlive).map(end));
      write();
    },
    add: (pid: number) => {
      children.push(known(pid));
      write();
    },
    release: () => rmSync(path, { force: true }),
  };
}

function known(pid: number): Known {
  return { pid, birth: birthOf(pid) ?? "gone" };
}

function isAlive({ pid, birth }: Known): boolean {
  return birthOf(pid) === birth;
}

async function end(orphan: Known): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  signalGroup(orphan.pid, "SIGTERM");
  while (isAlive(orphan)) {
    if (Date.now() > deadline) signalGroup(orphan.pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function read(path: string): Run | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Run;
  } catch {
    return undefined;
  }
}
