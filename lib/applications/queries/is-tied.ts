import "server-only";
import { sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import type { Staff } from "@/lib/actor";

/** Whether the official is tied to the employer of this application, by the ministry's own registration (Awb 2:4). */
export const isTied = (actor: Staff, applicationId: string): Promise<boolean> =>
  readAs(actor, async (tx) => {
    const { rows } = await tx.execute<{ yes: boolean }>(
      sql`select ${applicationId}::uuid = any (tied_applications()) as yes`,
    );
    return rows[0]?.yes ?? false;
  });
