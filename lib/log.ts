import { OwnError } from "./errors";

const MOST_FRAMES = 5;
const MOST_CHARACTERS = 300;
/** SQLSTATE, or a name such as ECONNREFUSED. */
const CODE = /^(?:[0-9A-Z]{5}|[A-Z][A-Z0-9_]{1,40})$/;
/** A constraint, or what an OpenID provider answers (RFC 6749, 5.2). */
const NAME = /^[a-z]+(_[a-z0-9]+)+$/;

type Facts = { code?: unknown; responseCode?: unknown; constraint?: unknown; error?: unknown };

/** Writes that something failed to the log, as `lineOf` tells it. */
export function logFailure(where: string, error: unknown): void {
  console.error(`${where}: ${lineOf(error)}`);
}

/**
 * One line about an error: what kind it is, its code, the constraint, and where it came from. Its message only when it
 * is an OwnError; parameters, details and causes never, since they may hold what people typed.
 */
export function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const { code, responseCode, constraint, error: answer } = error as Facts;
  const facts = [
    ...(typeof code === "string" && CODE.test(code) ? [code] : []),
    ...(typeof responseCode === "number" ? [responseCode] : []),
    ...[constraint, answer].filter((name) => typeof name === "string" && NAME.test(name)),
  ];
  const words = error instanceof OwnError ? `: ${onOneLine(error.message)}` : "";
  return [
    `${error.name}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}${words}`,
    ...framesOf(error),
  ].join(" ");
}

/** Lines that follow the message: those within it may have been typed. */
function framesOf({ stack = "", message }: Error): string[] {
  const from = stack.indexOf(message);
  return stack
    .slice(from < 0 ? 0 : from + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map(onOneLine);
}

const onOneLine = (text: string): string =>
  text
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, MOST_CHARACTERS);
