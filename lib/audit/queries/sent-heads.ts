import "server-only";
import { desc } from "drizzle-orm";
import { readAs } from "@/db/client";
import { sentHeads } from "@/db/schema";
import type { System } from "@/lib/actor";

/** Every file of heads that was sent, the newest first. */
export const listSentHeads = (actor: System, most = 1_000_000) =>
  readAs(actor, (tx) => tx.select().from(sentHeads).orderBy(desc(sentHeads.at)).limit(most));

/** The newest file that was sent; undefined before the first. */
export const newestSentHeads = async (actor: System) => (await listSentHeads(actor, 1))[0];
