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

/** Name of the database constraint that stopped a write, if one did; looks through wrapped errors. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const name = (e as { constraint_name?: unknown }).constraint_name;
    if (typeof name === "string") return name;
  }
  return undefined;
}
