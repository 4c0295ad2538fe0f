import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Staff } from "@/lib/actor";
import { lockApplication } from "@/lib/applications/commands/lock-application";
import { dayOf } from "@/lib/dates";
import type { postedNoticeSchema } from "@/lib/deadlines/schema";
import { isOwnEmployer } from "@/lib/decisions/commands/handle";
import { type Result, refuse } from "@/lib/result";
import { keepDefaultNotice, type NoticeRefusal } from "./keep-default-notice";

export type EnterNoticeRefusal = NoticeRefusal | { reason: "not-yours-to-do" } | { reason: "own-employer" };

/** A reviewer enters a notice of default that came by post, with the day of its receipt; refused as for the employer. Throws NotFound. */
export const enterDefaultNotice = (
  actor: Staff,
  { applicationId, receivedOn }: z.output<typeof postedNoticeSchema>,
): Promise<Result<{ noticeId: string }, EnterNoticeRefusal>> =>
  asActor(actor, async (tx, now) => {
    const application = await lockApplication(tx, applicationId);
    if (!actor.roles.includes("reviewer")) return refuse({ reason: "not-yours-to-do" });
    if (await isOwnEmployer(tx, actor, application.organisationId)) return refuse({ reason: "own-employer" });
    return keepDefaultNotice(tx, actor, application, { receivedOn, today: dayOf(now) });
  });
