import "server-only";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import type { ExportChoice } from "@/lib/publication/export";

/** Records who exports which data, before the first row is sent. */
export function recordExport(actor: Staff, choice: ExportChoice): Promise<void> {
  return asActor(actor, (tx) =>
    recordEvent(tx, actor, { type: "export.make", stream: `exports:${actor.personId}`, payload: choice }),
  );
}
