import type { ArrivalRefusal } from "./claims";

/** Why somebody is on the sign-in page again: keys of `signin.problems` in the catalogue. */
const SIGN_IN_PROBLEMS = [
  "session-ended",
  "several-duties",
  "no-duty",
  "no-second-factor",
  "unreadable",
  "cancelled",
  "too-often",
  "unavailable",
  "failed",
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

export function isSignInProblem(value: unknown): value is SignInProblem {
  return SIGN_IN_PROBLEMS.some((problem) => problem === value);
}

/** The page that says why somebody who proved who they are is not let in. */
export function refusalPath({ reason }: ArrivalRefusal): string {
  return reason === "no-kvk-number" ? "/sign-in/no-kvk-number" : problemPath(reason);
}

/** The page that says so, with where the person was headed. */
export function problemPath(problem: SignInProblem, next?: string): string {
  return `/sign-in?${new URLSearchParams({ ...(next && { next }), problem })}`;
}

/** What a provider means by the `error` it sends back (OpenID Connect Core 3.1.2.6). */
export function problemOfProvider(error: string): SignInProblem {
  switch (error) {
    case "access_denied":
      return "cancelled";
    case "server_error":
    case "temporarily_unavailable":
      return "unavailable";
    default:
      return "failed";
  }
}
