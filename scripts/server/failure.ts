import { AsyncLocalStorage } from "node:async_hooks";
import { type Trouble, troubleOf } from "@/lib/errors";

/**
 * Why the app did not do what was asked: the database is away, too many are at work on the same thing, nobody knows
 * whether it was done, what was sent is no form, or an error that only we can put right.
 */
export type Failure = Trouble | "bad-request" | "failure";

type Trace = { failure?: Failure };
type Shared = { portalRequestFailed?: (error: unknown, isAfterAction: boolean) => void };

/** What Node says when a body cannot be read as a form. */
const NO_FORM = /^Failed to parse body as FormData|^Content-Type was not one of/;

const traces = new AsyncLocalStorage<Trace>();

/** The first error counts: what failed because of it is told of after it. */
(globalThis as Shared).portalRequestFailed = (error, isAfterAction) => {
  const trace = traces.getStore();
  if (!trace || trace.failure) return;
  const failure = failureOf(error);
  trace.failure = isAfterAction && (failure === "away" || failure === "busy") ? "unknown" : failure;
};

/** Does the work of one request and notes with which error of the app's it ended, if it did. */
export function traced<T>(work: (trace: Readonly<Trace>) => Promise<T>): Promise<T> {
  const trace: Trace = {};
  return traces.run(trace, () => work(trace));
}

function failureOf(error: unknown): Failure {
  const trouble = troubleOf(error);
  if (trouble) return trouble;
  for (let e = error; e instanceof Error; e = e.cause)
    if (e.name === "TypeError" && NO_FORM.test(e.message)) return "bad-request";
  return "failure";
}
