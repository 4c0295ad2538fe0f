import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { recordEvent } from "@/lib/audit/record";

/**
 * Whether the official who acts is tied to the employer of this application; if so that is an event. They find nothing
 * of it (Awb 2:4), so a command asks this first, to refuse it in words.
 */
export async function isOwnEmployer(tx: Tx, applicationId: string): Promise<boolean> {
  const {
    rows: [row],
  } = await tx.execute<{ yes: boolean; person: string }>(
    sql`select ${applicationId}::uuid = any (tied_applications()) as yes, app_person() as person`,
  );
  if (!row?.yes) return false;
  const actor = { kind: "staff", personId: row.person, roles: [] } as const;
  await recordEvent(tx, actor, {
    type: "access.deny",
    stream: `person:${row.person}`,
    applicationId,
    payload: { reason: "tie" },
  });
  return true;
}
