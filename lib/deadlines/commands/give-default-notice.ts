import "server-only";
import type * as z from "zod";
import { asActor } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { demandLevel } from "@/lib/acts";
import { lockOwnApplication } from "@/lib/applications/commands/lock-application";
import { dayOf } from "@/lib/dates";
import type { ownNoticeSchema } from "@/lib/deadlines/schema";
import type { Result } from "@/lib/result";
import { keepDefaultNotice, type NoticeRefusal } from "./keep-default-notice";

/**
 * An employer gives notice that the decision is late (Awb 4:17(3)), received today. Refused before the last day has
 * passed, and after the decision. Giving it twice gives one
 * notice of the present term. Throws NotFound.
 */
export async function giveDefaultNotice(
  actor: Employer,
  { applicationId }: z.output<typeof ownNoticeSchema>,
): Promise<Result<{ noticeId: string }, NoticeRefusal>> {
  demandLevel(actor, "default-notice.give");
  return asActor(actor, async (tx, now) => {
    const application = await lockOwnApplication(tx, applicationId, actor.organisationId);
    const today = dayOf(now);
    return keepDefaultNotice(tx, actor, application, { receivedOn: today, today });
  });
}
