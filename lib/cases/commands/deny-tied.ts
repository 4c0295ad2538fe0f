import "server-only";
import type { Staff } from "@/lib/actor";
import { isTied } from "@/lib/applications/queries/is-tied";
import { recordDenial } from "@/lib/audit/commands/record-denial";

/** Whether an official gets nothing of a case because they are tied to its employer (Awb 2:4); that is an event. */
export async function denyTied(actor: Staff, applicationId: string): Promise<boolean> {
  if (!(await isTied(actor, applicationId))) return false;
  await recordDenial(actor.personId, { reason: "tie", applicationId });
  return true;
}
