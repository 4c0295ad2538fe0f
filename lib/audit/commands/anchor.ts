import "server-only";
import { desc, eq } from "drizzle-orm";
import { asActor } from "@/db/client";
import { anchors } from "@/db/schema";
import type { System } from "@/lib/actor";
import { type Root, rootOf } from "@/lib/audit/heads";
import { headsAt } from "@/lib/audit/queries/read-heads";
import { recordEvent } from "@/lib/audit/record";
import { dayOf, startOfDay } from "@/lib/dates";
import type { Day } from "@/lib/day";

const ANCHOR: System = { kind: "system", task: "anchor" };
/** Longer than a transaction may last: by then every event of before midnight is committed. */
export const SETTLED_MS = 15 * 60_000;

/**
 * Makes the anchor of today, over all events before today, once those are final. May be repeated and run concurrently:
 * there is one a day, and none of an empty log. Gives the day when this call made it. Throws when there are fewer events
 * than at the last anchor.
 */
export async function anchorToday(): Promise<Day | undefined> {
  const due = await asActor(ANCHOR, async (tx, now) => {
    const day = dayOf(now);
    const [there] = await tx.select().from(anchors).where(eq(anchors.day, day));
    return there || now.getTime() < startOfDay(day).getTime() + SETTLED_MS ? undefined : day;
  });
  if (!due) return undefined;
  const at = startOfDay(due);
  const [root, last] = await Promise.all([rootAt(ANCHOR, at), newestAnchor()]);
  if (root.events === 0) return undefined;
  if (last && root.events < last.events)
    throw new Error(`the log has fewer events than at the anchor of ${last.day}: no anchor is made`);
  return asActor(ANCHOR, async (tx) => {
    const [made] = await tx
      .insert(anchors)
      .values({ day: due, at, ...root })
      .onConflictDoNothing()
      .returning();
    if (!made) return undefined;
    await recordEvent(tx, ANCHOR, { type: "anchor.make", stream: "anchors", payload: { day: due, ...root } });
    return due;
  });
}

/** The root of all heads at a moment. */
export async function rootAt(actor: System, at: Date): Promise<Root> {
  const root = rootOf();
  for await (const heads of headsAt(actor, at.toISOString())) root.add(heads);
  return root.end();
}

/** The newest anchor; undefined before the first. */
export const newestAnchor = () =>
  asActor(ANCHOR, async (tx) => (await tx.select().from(anchors).orderBy(desc(anchors.day)).limit(1))[0]);
