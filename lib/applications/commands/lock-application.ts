import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications } from "@/db/schema";
import { NotFound } from "@/lib/errors";

export type ApplicationRow = typeof applications.$inferSelect;

/** The application, locked until the transaction ends; throws NotFound when it is absent or not the actor's. */
export async function lockApplication(tx: Tx, id: string): Promise<ApplicationRow> {
  const [row] = await tx.select().from(applications).where(eq(applications.id, id)).for("update");
  if (!row) throw new NotFound(`application ${id}`);
  return row;
}

/** As `lockApplication`, for an employer: only of the represented organisation. */
export async function lockOwnApplication(
  tx: Tx,
  id: string,
  organisationId: string,
): Promise<ApplicationRow> {
  const row = await lockApplication(tx, id);
  if (row.organisationId !== organisationId) throw new NotFound(`application ${id}`);
  return row;
}

/** The live application of an organisation in a window, if there is one. */
export async function liveApplication(tx: Tx, organisationId: string, windowId: string) {
  const [row] = await tx
    .select({ id: applications.id, state: applications.state })
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, organisationId),
        eq(applications.windowId, windowId),
        ne(applications.state, "withdrawn"),
      ),
    );
  return row;
}
