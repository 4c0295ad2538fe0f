import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import type { ExportChoice } from "@/lib/publication/export";

/** Notes for good who takes which data out of the portal, before the first row leaves it. */
export function recordExport(actor: Staff, choice: ExportChoice): Promise<void> {
  return asActor(actor, (tx) =>
    recordEvent(tx, actor, { type: "export.make", stream: `exports:${actor.personId}`, payload: choice }),
  );
}
