import "server-only";
import { asActor } from "@/db/client";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { count } from "@/lib/limits/commands/count";

const ACCESS: System = { kind: "system", task: "access" };

/** Why somebody who is signed in did not get what they asked: not theirs by role, level of sign-in or tie (Awb 2:4). */
export type Denial = { reason: "role" | "level" | "tie"; path?: string | undefined; applicationId?: string };

/**
 * Notes in a person's own stream that something was denied to them, and where; not more often than `LIMITS` allows. The
 * system writes it: whoever is denied may not be allowed to write anything. Of the address only what we named stays,
 * for an event is kept for ever.
 */
export async function recordDenial(personId: string, { reason, path, applicationId }: Denial): Promise<void> {
  if (!(await count("denial-person", personId)).ok) return;
  const place = path === undefined ? {} : { place: placeOf(path) };
  await asActor(ACCESS, (tx) =>
    recordEvent(tx, ACCESS, {
      type: "access.deny",
      stream: `person:${personId}`,
      ...(applicationId && { applicationId }),
      payload: { reason, ...place },
    }),
  );
}

const NAMED_BELOW = ["cases", "applications", "messages", "draws"];
const isOurWord = (part: string, above = ""): boolean =>
  /^[a-z-]{0,30}$/.test(part) && (part === "" || !NAMED_BELOW.includes(above));

/** "/cases/:id/decide" for the address of one case: what is not a word of ours may have been typed. */
export const placeOf = (path: string): string =>
  path
    .replace(/[?#].*$/s, "")
    .split("/")
    .slice(0, 6)
    .map((part, at, parts) => (isOurWord(part, parts[at - 1]) ? part : ":id"))
    .join("/");

/** Notes that a provider sent somebody whom the portal does not let in; who it was is not known here. */
export async function recordRefusedSignIn(kind: "employer" | "staff", reason: string): Promise<void> {
  await asActor(ACCESS, (tx) =>
    recordEvent(tx, ACCESS, { type: "session.refuse", stream: `sign-in:${kind}`, payload: { reason } }),
  );
}

/**
 * Notes that a status was looked up with a wrong code or an unknown reference; `applicationId` is of the reference, if
 * there is one. Who it was is not known, and what was typed is not kept.
 */
export async function recordFailedLookUp(applicationId: string | undefined): Promise<void> {
  await asActor(ACCESS, (tx) =>
    recordEvent(tx, ACCESS, {
      type: "status.fail",
      stream: "look-up:status",
      ...(applicationId && { applicationId }),
    }),
  );
}
