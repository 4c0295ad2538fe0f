import { createHash } from "node:crypto";

export type ChainEvent = {
  type: string;
  /** Milliseconds. */
  at: number;
  actorKind: "employer" | "staff";
  personId: string;
  applicationVersion: number;
  /** As the database prints jsonb: keys by length, then by letter; a space after each colon and comma. */
  payload: string;
};

export type ChainedEvent = ChainEvent & { number: number; previousHash: string; hash: string };

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The events of one application, numbered and hashed exactly as the database's `chain_event()` does; hashes in hex. */
export function chained(
  stream: string,
  organisationId: string,
  applicationId: string,
  events: readonly ChainEvent[],
): ChainedEvent[] {
  let previous = sha256(stream);
  return events.map((event, index) => {
    const number = index + 1;
    const body =
      `["${stream}", ${number}, "${event.type}", ${Math.floor(event.at) * 1000}, "${event.actorKind}", "${event.personId}", ` +
      `"${organisationId}", "${applicationId}", ${event.applicationVersion}, ${event.payload}]`;
    const previousHash = previous.toString("hex");
    previous = sha256(previous, body);
    return { ...event, number, previousHash, hash: previous.toString("hex") };
  });
}
