import "server-only";
import { readAs } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { stateAidSchema } from "@/lib/answers/state-aid-answers";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { type Day, dayOf } from "@/lib/dates";
import type { RawSection } from "@/lib/form-state";
import type { Cents } from "@/lib/money";
import { deMinimisLimit } from "@/lib/schemes/de-minimis-check";
import { rulesFor } from "@/lib/schemes/rules";
import { notTyped, type OwnGrant, periodStart, receivedBefore } from "@/lib/state-aid/ledger";
import { ownGrants } from "./own-grants";

/** The de-minimis aid that counts today, in cents: typed, as far as valid, and granted by this portal. */
export type Standing = {
  received: Cents;
  limit: Cents;
  today: Day;
  since: Day;
  /** Grants of this portal that were not also typed. */
  known: OwnGrant[];
};

/** The aid of an employer with these answers; undefined when the application is absent or of another employer. */
export async function aidStanding(
  actor: Employer,
  id: string,
  answers: RawSection,
): Promise<Standing | undefined> {
  return readAs(actor, async (tx, now) => {
    const own = await ownApplication(tx, actor, id);
    if (!own) return undefined;
    const grants = await ownGrants(tx, actor.organisationId, id, []);
    const { data: typed } = stateAidSchema.safeParse(answers);
    const aid = typed?.aid ?? [];
    const today = dayOf(now);
    const since = periodStart(today);
    return {
      received: receivedBefore(aid, grants, today),
      limit: deMinimisLimit(rulesFor(own.application.rulesVersion), typed?.sector ?? "general").cents,
      today,
      since,
      known: notTyped(aid, grants).filter(({ grantedOn }) => grantedOn >= since),
    };
  });
}
