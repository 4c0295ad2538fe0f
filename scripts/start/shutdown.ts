import { explain } from "./trouble";

const ECHO_MS = 1_000;

const undo: (() => unknown)[] = [];
let ending: Promise<never> | undefined;

/** Does this before the process ends, whatever the reason; what was asked last is done first. */
export function atEnd(work: () => unknown): void {
  undo.push(work);
}

/** Whether everything is being undone: what ends now ends because it was asked to. */
export const isEnding = (): boolean => ending !== undefined;

/** Undoes everything and ends the process. Called again while it is busy, it only waits. */
export function end(code: number, message?: string): Promise<never> {
  ending ??= unwind(code, message);
  return ending;
}

/**
 * Makes Ctrl-C and a request to stop end everything in order; asked again later, it ends at once. Ctrl-C arrives more
 * than once by itself: from the terminal, and passed on by npm.
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
