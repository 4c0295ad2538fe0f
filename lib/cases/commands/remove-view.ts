import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Staff } from "@/lib/actor";

/** Removes a saved view of this official; an unknown name is no error. */
export async function removeView(actor: Staff, name: string): Promise<void> {
  await asActor(actor, (tx) =>
    tx.delete(savedViews).where(and(eq(savedViews.personId, actor.personId), eq(savedViews.name, name))),
  );
}
