import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";

type Looking = "audit.search" | "audit.read" | "audit.verify" | "audit.export";

/** Records in the auditor's own stream what they looked at; without names, because it is kept for ever. */
export async function recordLooking(
  actor: Staff,
  type: Looking,
  payload: Record<string, unknown> = {},
): Promise<void> {
  await asActor(actor, (tx) => recordEvent(tx, actor, { type, stream: `person:${actor.personId}`, payload }));
}
