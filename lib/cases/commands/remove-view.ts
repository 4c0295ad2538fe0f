import "server-only";
import { and, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Staff } from "@/lib/actor";

/** Forgets a list that this official kept; a name that is not there is forgotten already. */
export async function removeView(actor: Staff, name: string): Promise<void> {
  await asActor(actor, (tx) =>
    tx.delete(savedViews).where(and(eq(savedViews.personId, actor.personId), eq(savedViews.name, name))),
  );
}
