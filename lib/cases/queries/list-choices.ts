import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { readAs } from "@/db/client";
import { savedViews, windows } from "@/db/schema";
import type { Staff } from "@/lib/actor";

/** The values of the filters, and the saved views of this official with their addresses. */
export function listChoices(actor: Staff) {
  return readAs(actor, async (tx) => ({
    windows: await tx
      .select({
        id: windows.id,
        scheme: windows.scheme,
        opensAt: windows.opensAt,
        closesAt: windows.closesAt,
      })
      .from(windows)
      .orderBy(desc(windows.opensAt), asc(windows.id)),
    handlers: (await tx.execute<{ id: string; name: string }>(sql`select id, name from handlers()`)).rows,
    views: await tx
      .select({ name: savedViews.name, words: savedViews.words })
      .from(savedViews)
      .where(eq(savedViews.personId, actor.personId))
      .orderBy(asc(savedViews.name)),
  }));
}

export type ListChoices = Awaited<ReturnType<typeof listChoices>>;
