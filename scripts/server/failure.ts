import { AsyncLocalStorage } from "node:async_hooks";
import { type Trouble, troubleOf } from "@/lib/errors";

/** Why the app failed: the database is down, it is busy, the outcome is unknown, the body is no form, or a bug. */
export type Failure = Trouble | "bad-request" | "failure";

type Trace = { failure?: Failure };
type Shared = { portalRequestFailed?: (error: unknown, isAfterAction: boolean) => void };

/** Node's error for a body that cannot be read as a form. */
const NO_FORM = /^Failed to parse body as FormData|^Content-Type was not one of/;

const traces = new AsyncLocalStorage<Trace>();

/** The first error counts; later ones follow from it. */
(globalThis as Shared).portalRequestFailed = (error, isAfterAction) => {
  const trace = traces.getStore();
  if (!trace || trace.failure) return;
  const failure = failureOf(error);
  trace.failure = isAfterAction && (failure === "away" || failure === "busy") ? "unknown" : failure;
};

/** Runs the work of one request and records the error of the app, if any. */
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
