import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { windows } from "@/db/schema";
import { NotFound } from "@/lib/errors";
import { keptNumber } from "@/lib/schemes/person-checks";
import { rulesFor } from "@/lib/schemes/rules";

/** How long the rules of this application keep the number of a person; undefined when they do not. */
export async function keptNumberOf(
  tx: Tx,
  { rulesVersion, windowId }: { rulesVersion: string; windowId: string },
) {
  const rules = rulesFor(rulesVersion);
  if (!rules.personNumber.value) return undefined;
  const [window] = await tx
    .select({ isExample: windows.isExample })
    .from(windows)
    .where(eq(windows.id, windowId));
  if (!window) throw new NotFound(`window ${windowId}`);
  return keptNumber(rules, window);
}
