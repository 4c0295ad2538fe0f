import "server-only";
import { desc } from "drizzle-orm";
import { readAs } from "@/db/client";
import { windows } from "@/db/schema";
import type { Staff } from "@/lib/actor";

/** Every window, the last to open first, with the ceiling (cents) that was made known with it; at most 200. */
export const publishedWindows = (actor: Staff) =>
  readAs(actor, (tx) =>
    tx
      .select({
        id: windows.id,
        scheme: windows.scheme,
        lineId: windows.lineId,
        year: windows.year,
        opensAt: windows.opensAt,
        closesAt: windows.closesAt,
        distribution: windows.distribution,
        announcedCents: windows.announcedCents,
        source: windows.source,
        publicationNumber: windows.publicationNumber,
        isExample: windows.isExample,
      })
      .from(windows)
      .orderBy(desc(windows.opensAt), desc(windows.id))
      .limit(200),
  );

export type PublishedWindow = Awaited<ReturnType<typeof publishedWindows>>[number];
