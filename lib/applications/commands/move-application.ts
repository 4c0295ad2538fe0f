import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { applications } from "@/db/schema";
import type { Employer, Staff } from "@/lib/actor";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import { recordEvent } from "@/lib/audit/record";
import { enqueueRefresh } from "@/lib/outbox/commands/enqueue";
import { MOVES, type MoveName } from "@/lib/vocabulary/lifecycle";

/** Moves that change more in lists than the state: the term, or the attention points of other applications. */
const REFRESHING: readonly MoveName[] = [
  "submit",
  "withdraw",
  "request_completion",
  "complete",
  "lapse",
  "refuse",
  "not_treat",
];

type Payload = Record<string, unknown>;
type Along = {
  /** Columns that change with the move, beside state and version. */
  set?: Omit<Partial<typeof applications.$inferInsert>, "id" | "state" | "version">;
  /** Data of the event; may depend on the new last day to decide. */
  payload?: Payload | ((moved: Pick<ApplicationRow, "dueOn">) => Payload);
};

/**
 * Moves an application, for employers and officials alike: new state, next version, one event, and where needed a job
 * that updates its work item. Gives the version. The caller holds the lock and has checked the actor; the database
 * refuses a move that is not in the table.
 */
export async function moveApplication(
  tx: Tx,
  actor: Employer | Staff,
  move: MoveName,
  { id, organisationId, version: before }: ApplicationRow,
  { set, payload }: Along = {},
): Promise<number> {
  const version = before + 1;
  const record = (told?: Payload) =>
    recordEvent(tx, actor, {
      type: `application.${move}`,
      stream: `application:${id}`,
      organisationId,
      applicationId: id,
      applicationVersion: version,
      payload: told,
    });
  const update = tx
    .update(applications)
    .set({ ...set, state: MOVES[move].to, version })
    .where(eq(applications.id, id));
  if (typeof payload === "function") {
    const [moved] = await update.returning({ dueOn: applications.dueOn });
    if (!moved) throw new Error(`application ${id} cannot be moved`);
    await record(payload(moved));
  } else await Promise.all([update, record(payload)]);
  if (REFRESHING.includes(move)) await enqueueRefresh(tx, id);
  return version;
}
