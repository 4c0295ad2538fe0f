import "server-only";
import { readAs } from "@/db/client";
import { windows } from "@/db/schema";
import { VISITOR } from "@/lib/actor";
import { keptNumber } from "@/lib/schemes/person-checks";
import { rulesFor } from "@/lib/schemes/rules";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** The schemes with a published window whose rules keep the number of a person, with the most days that they do. */
export const schemesKeepingNumbers = (): Promise<{ scheme: Scheme; daysAtMost: number }[]> =>
  readAs(VISITOR, async (tx) => {
    const published = await tx
      .selectDistinct({
        scheme: windows.scheme,
        rulesVersion: windows.rulesVersion,
        isExample: windows.isExample,
      })
      .from(windows);
    const most = new Map<Scheme, number>();
    for (const { scheme, rulesVersion, isExample } of published) {
      const kept = keptNumber(rulesFor(rulesVersion), { isExample });
      if (kept) most.set(scheme, Math.max(kept.daysAtMost, most.get(scheme) ?? 0));
    }
    return [...most].map(([scheme, daysAtMost]) => ({ scheme, daysAtMost }));
  });
