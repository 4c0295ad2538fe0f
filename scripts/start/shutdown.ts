import { explain } from "./trouble";

const ECHO_MS = 1_000;

const undo: (() => unknown)[] = [];
let ending: Promise<never> | undefined;

/** Registers clean-up for the end of the process, whatever the reason; the last one runs first. */
export function atEnd(work: () => unknown): void {
  undo.push(work);
}

/** Whether clean-up has begun: processes that end now were asked to. */
export const isEnding = (): boolean => ending !== undefined;

/** Cleans up and ends the process. Called again meanwhile, it only waits. */
export function end(code: number, message?: string): Promise<never> {
  ending ??= unwind(code, message);
  return ending;
}

/**
 * Makes Ctrl-C and SIGTERM clean up in order; a later one ends the process at once. One Ctrl-C may arrive twice: from
 * the terminal, and passed on by npm.
 */
export function endOnSignals(code: number): void {
  let asked = Number.POSITIVE_INFINITY;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (performance.now() - asked > ECHO_MS) process.exit(1);
      asked = Math.min(asked, performance.now());
      void end(code, "\nStopping …");
    });
  }
}

async function unwind(code: number, message?: string): Promise<never> {
  if (message) (code === 0 ? console.log : console.error)(message);
  for (const work of undo.toReversed()) {
    try {
      await work();
    } catch (error) {
      console.error(explain(error));
    }
  }
  process.exit(code);
}
