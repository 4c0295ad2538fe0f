import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { draws } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { freeCents } from "@/lib/budget/allocation";
import type { Ceiling } from "@/lib/budget/ceiling";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { dayOf } from "@/lib/dates";
import { cents } from "@/lib/money";
import { crossingNow } from "@/lib/order/queries/crossing";
import { distributionOf } from "./distribution-of";

/** Of one ceiling: the day that crosses the free amount now, if any, and every draw so far, the newest first. */
export function drawsOverview(actor: Staff, ceiling: Ceiling) {
  return readAs(actor, async (tx, now) => {
    const today = dayOf(now);
    const lines = await readCeilings(tx, ceiling);
    const own = lines.find(({ line }) => line === ceiling.line);
    const held = await tx
      .select({
        id: draws.id,
        day: draws.day,
        frozenAt: draws.frozenAt,
        by: draws.frozenBy,
        seed: draws.seed,
      })
      .from(draws)
      .where(and(eq(draws.lineId, ceiling.line), eq(draws.year, ceiling.year)))
      .orderBy(desc(draws.day));
    const crossing = own && (await crossingNow(tx, ceiling, lines));
    return {
      ceiling,
      crossing: crossing && {
        day: crossing.day,
        distribution: await distributionOf(tx, ceiling, crossing.day),
        count: crossing.count,
        askedCents: crossing.askedCents,
        aheadCents: crossing.aheadCents,
        freeCents: cents(freeCents(own) + own.reservedCents),
        isOver: crossing.day < today,
        isDrawn: held.some(({ day }) => day === crossing.day),
      },
      draws: held.map(({ by, seed, ...draw }) => ({
        ...draw,
        isRevealed: seed !== null,
        isOwn: by === actor.personId,
      })),
    };
  });
}

export type DrawsOverview = Awaited<ReturnType<typeof drawsOverview>>;
