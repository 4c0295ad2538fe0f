import "server-only";
import { count, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { queryOf, readWords } from "@/lib/cases/list-words";
import type { viewSchema } from "@/lib/cases/schema";
import { ok, type Result, refuse } from "@/lib/result";

const MOST_VIEWS = 30;

export type ViewRefusal = { reason: "too-many-views"; most: number };

/** Saves a list under a name and replaces an earlier one of that name; keeps its filters, not its page. */
export function saveView(
  actor: Staff,
  view: z.output<typeof viewSchema>,
): Promise<Result<{ words: string }, ViewRefusal>> {
  return asActor(actor, async (tx) => {
    const asked = readWords(Object.fromEntries(new URLSearchParams(view.words)), actor);
    const words = queryOf({ ...asked, na: undefined, voor: undefined });
    const own = eq(savedViews.personId, actor.personId);
    const [kept] = await tx
      .select({
        count: count(),
        isThere: sql<boolean>`coalesce(bool_or(${savedViews.name} = ${view.viewName}), false)`,
      })
      .from(savedViews)
      .where(own);
    if (kept && kept.count >= MOST_VIEWS && !kept.isThere)
      return refuse({ reason: "too-many-views", most: MOST_VIEWS });
    await tx
      .insert(savedViews)
      .values({ personId: actor.personId, name: view.viewName, words })
      .onConflictDoUpdate({
        target: [savedViews.personId, savedViews.name],
        set: { words, savedAt: sql`portal_now()` },
      });
    return ok({ words });
  });
}
