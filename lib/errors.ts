/** An error whose message is ours and may be logged. The message of any other may hold what people typed. */
export abstract class OwnError extends Error {}

/** The thing does not exist or is hidden from the actor; callers cannot tell which. */
export class NotFound extends OwnError {
  constructor(readonly what: string) {
    super(`not found: ${what}`);
    this.name = "NotFound";
  }
}

/** Why the database did not do the work: unreachable, busy, or with unknown outcome. */
export type Trouble = "away" | "busy" | "unknown";

/** A browser gets only the `digest` of an error on the server, so the kind is in the digest. */
class DatabaseTrouble extends OwnError {
  readonly digest: string;
  constructor(name: string, trouble: Trouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
    this.digest = `database-${trouble}`;
  }
}

/** The database did not answer within the client-side deadline. */
export class Unavailable extends DatabaseTrouble {
  constructor(options?: ErrorOptions) {
    super("Unavailable", "away", "the database did not answer in time", options);
  }
}

/** Another transaction held a lock too long: nothing was written, and a retry may succeed. */
export class Busy extends DatabaseTrouble {
  constructor(options?: ErrorOptions) {
    super("Busy", "busy", "a lock did not come free in time", options);
  }
}

/** A commit was sent and not answered: it may have been written, or not. */
export class OutcomeUnknown extends DatabaseTrouble {
  constructor(options?: ErrorOptions) {
    super("OutcomeUnknown", "unknown", "the answer to a commit did not come", options);
  }
}

/** The database refused a statement: its SQLSTATE and the constraint, without any of the values. */
export class StatementRefused extends OwnError {
  readonly code: string;
  readonly constraint: string | undefined;

  constructor({ code, constraint }: { code: string; constraint?: string | undefined }, words: string) {
    super(words);
    this.name = "StatementRefused";
    this.code = code;
    this.constraint = constraint;
  }
}

const DIGEST = /^database-(away|busy|unknown)$/;

/** The kind of trouble with the database, on the server or in the browser; undefined for any other error. */
export function troubleOf(error: unknown): Trouble | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const [, trouble] = DIGEST.exec(String((e as { digest?: unknown }).digest)) ?? [];
    if (trouble) return trouble as Trouble;
  }
  return undefined;
}

/** Name of the violated database constraint, if any; looks through wrapped errors of both drivers. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { constraint, constraint_name } = e as { constraint?: unknown; constraint_name?: unknown };
    const name = constraint ?? constraint_name;
    if (typeof name === "string") return name;
  }
  return undefined;
}
