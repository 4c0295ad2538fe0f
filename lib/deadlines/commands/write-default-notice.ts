import "server-only";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { isOwnEmployer } from "@/lib/applications/commands/is-own-employer";
import { type ApplicationRow, lockApplication } from "@/lib/applications/commands/lock-application";
import { keepConcept } from "@/lib/concepts/commands/concept";
import { dayOf } from "@/lib/dates";
import type { postedNoticeSchema } from "@/lib/deadlines/schema";
import { ok, type Result, refuse } from "@/lib/result";
import { mayNotify, type NoticeRefusal } from "./keep-default-notice";

export type WriteNoticeRefusal = NoticeRefusal | { reason: "not-yours-to-do" } | { reason: "own-employer" };

/**
 * Keeps the day on which a notice of default came by post, to preview its confirmation; nothing is entered or sent.
 * Writing again replaces it. Refused as entering it would be. Throws NotFound.
 */
export const writeDefaultNotice = (
  actor: Staff,
  { applicationId, receivedOn }: z.output<typeof postedNoticeSchema>,
): Promise<Result<{ conceptId: string }, WriteNoticeRefusal>> =>
  asActor(actor, async (tx, now) => {
    const locked = await lockToEnter(tx, actor, applicationId);
    if (!locked.ok) return locked;
    const may = mayNotify(locked.value, { receivedOn, today: dayOf(now) });
    if (!may.ok) return may;
    return ok(
      await keepConcept(tx, actor, { applicationId, kind: "default_notice", content: { receivedOn } }),
    );
  });

/** The application, locked, when this official may enter a notice of default. Throws NotFound. */
export async function lockToEnter(
  tx: Tx,
  actor: Staff,
  applicationId: string,
): Promise<Result<ApplicationRow, WriteNoticeRefusal>> {
  if (await isOwnEmployer(tx, applicationId)) return refuse({ reason: "own-employer" });
  const application = await lockApplication(tx, applicationId);
  if (!actor.roles.includes("reviewer")) return refuse({ reason: "not-yours-to-do" });
  return ok(application);
}
