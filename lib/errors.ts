/** What was asked for does not exist, or is not the actor's to see: the two are never told apart. */
export class NotFound extends Error {
  constructor(readonly what: string) {
    super(`not found: ${what}`);
    this.name = "NotFound";
  }
}

/** The database did not answer within the client-side deadline. */
export class Unavailable extends Error {
  constructor(options?: ErrorOptions) {
    super("the database did not answer in time", options);
    this.name = "Unavailable";
  }
}

/** Somebody else was at work on the same thing for too long: nothing was written, and a next try may well succeed. */
export class Busy extends Error {
  constructor(options?: ErrorOptions) {
    super("a lock did not come free in time", options);
    this.name = "Busy";
  }
}

/** The database was asked to commit and its answer did not come: what was asked may have been written, or not. */
export class OutcomeUnknown extends Error {
  constructor(options?: ErrorOptions) {
    super("the answer to a commit did not come", options);
    this.name = "OutcomeUnknown";
  }
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
