import "server-only";
import { desc } from "drizzle-orm";
import { readAs } from "@/db/client";
import { anchors } from "@/db/schema";
import { VISITOR } from "@/lib/actor";

/** Every anchor, the newest first; `most` when not all are wanted. They are public. */
export const listAnchors = (most = 100_000) =>
  readAs(VISITOR, (tx) => tx.select().from(anchors).orderBy(desc(anchors.day)).limit(most));
