import "server-only";
import { desc, eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { draws } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { freeCents } from "@/lib/budget/allocation";
import { readCeilings } from "@/lib/budget/queries/line-years";
import { dayOf, yearOf } from "@/lib/dates";
import { cents } from "@/lib/money";
import { crossingNow } from "@/lib/order/queries/crossing";
import { leafOf, type Scheme } from "@/lib/vocabulary/scheme";
import { distributionOf } from "./distribution-of";

/** Of one scheme: the day that crosses what is free now, if there is one, and every draw so far, the newest first. */
export function drawsOverview(actor: Staff, scheme: Scheme) {
  return readAs(actor, async (tx, now) => {
    const today = dayOf(now);
    const leaf = leafOf(scheme);
    const lines = await readCeilings(tx, leaf, yearOf(today));
    const own = lines.find(({ line }) => line === leaf);
    const held = await tx
      .select({
        id: draws.id,
        day: draws.day,
        frozenAt: draws.frozenAt,
        by: draws.frozenBy,
        seed: draws.seed,
      })
      .from(draws)
      .where(eq(draws.scheme, scheme))
      .orderBy(desc(draws.day));
    const crossing = own && (await crossingNow(tx, scheme, yearOf(today), lines));
    return {
      scheme,
      crossing: crossing && {
        day: crossing.day,
        distribution: await distributionOf(tx, scheme, crossing.day),
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
