import "server-only";
import { desc } from "drizzle-orm";
import { readAs } from "@/db/client";
import { draws } from "@/db/schema";
import { VISITOR } from "@/lib/actor";

const MOST = 100;

/** The published draws, the newest first: the day of each, and whether its order is known. */
export function publishedDraws() {
  return readAs(VISITOR, async (tx) => {
    const { id, scheme, year, day, revealedAt } = draws;
    const rows = await tx
      .select({ id, scheme, year, day, revealedAt })
      .from(draws)
      .orderBy(desc(draws.frozenAt), desc(draws.id))
      .limit(MOST);
    return rows.map(({ revealedAt, ...draw }) => ({ ...draw, isRevealed: revealedAt !== null }));
  });
}

export type PublishedDraw = Awaited<ReturnType<typeof publishedDraws>>[number];
