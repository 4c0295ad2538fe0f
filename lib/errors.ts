/** What was asked for does not exist, or is not the actor's to see: the two are never told apart. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`not found: ${what}`);
    this.name = "NotFound";
  }
}

/** Why the database did not do what was asked: it is away, it is busy, or nobody knows whether it was done. */
export type Trouble = "away" | "busy" | "unknown";

/** Of an error on the server a browser is told nothing but its `digest`, so that says of which kind it is. */
class DatabaseTrouble extends Error {
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

/** Somebody else was at work on the same thing for too long: nothing was written, and a next try may well succeed. */
export class Busy extends DatabaseTrouble {
  constructor(options?: ErrorOptions) {
    super("Busy", "busy", "a lock did not come free in time", options);
  }
}

/** The database was asked to commit and its answer did not come: what was asked may have been written, or not. */
export class OutcomeUnknown extends DatabaseTrouble {
  constructor(options?: ErrorOptions) {
    super("OutcomeUnknown", "unknown", "the answer to a commit did not come", options);
  }
}

const DIGEST = /^database-(away|busy|unknown)$/;

/** Which trouble with the database an error tells of, on the server or in the browser; undefined for any other error. */
export function troubleOf(error: unknown): Trouble | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const [, trouble] = DIGEST.exec(String((e as { digest?: unknown }).digest)) ?? [];
    if (trouble) return trouble as Trouble;
  }
  return undefined;
}

/** Name of the database constraint that stopped a write, if one did; looks through wrapped errors, of both drivers. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { constraint, constraint_name } = e as { constraint?: unknown; constraint_name?: unknown };
    const name = constraint ?? constraint_name;
    if (typeof name === "string") return name;
  }
  return undefined;
}
