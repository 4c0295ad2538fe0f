import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications, windows } from "@/db/schema";
import type { Employer } from "@/lib/actor";

/** The actor's own application with its window; undefined when it is absent or of another employer. */
export async function ownApplication(tx: Tx, actor: Employer, id: string) {
  const [row] = await tx
    .select({ application: applications, window: windows })
    .from(applications)
    .innerJoin(windows, eq(windows.id, applications.windowId))
    .where(and(eq(applications.id, id), eq(applications.organisationId, actor.organisationId)));
  return row;
}

export type OwnApplication = NonNullable<Awaited<ReturnType<typeof ownApplication>>>;
