import "server-only";
import type { Tx } from "@/db/client";
import { readFiling, type StoredDraft } from "@/lib/answers/draft";
import type { ApplicationRow } from "@/lib/applications/commands/lock-application";
import type { Day } from "@/lib/dates";
import { companiesOf, ownGrants } from "@/lib/filing/queries/own-grants";
import type { Cents } from "@/lib/money";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { ok, type Result, refuse } from "@/lib/result";
import { aidWith } from "@/lib/schemes/de-minimis-check";
import { rulesFor } from "@/lib/schemes/rules";

export type AidCeilingReached = {
  reason: "aid-ceiling-reached";
  reference: string;
  sumCents: Cents;
  limitCents: Cents;
  since: Day;
};

/**
 * Whether this award, granted today, keeps the undertaking within its ceiling of de-minimis aid: aid is granted on the day
 * of the decision (Regulation (EU) 2023/2831 art. 3(2), (3)), with what this portal granted since the application.
 */
export async function keepsAidCeiling(
  tx: Tx,
  application: ApplicationRow,
  amountCents: Cents,
  today: Day,
): Promise<Result<true, AidCeilingReached>> {
  if (amountCents === 0) return ok(true);
  const filing = readFiling(
    await unseal<StoredDraft>(application.answers, answersOfApplication(application.id)),
    application.scheme,
  );
  if (!filing.ok) return ok(true);
  const { stateAid } = filing.value;
  const grants = await ownGrants(tx, application.organisationId, application.id, companiesOf(stateAid));
  const aid = aidWith(rulesFor(application.rulesVersion), stateAid, grants, amountCents, today);
  if (aid.sumCents <= aid.limitCents) return ok(true);
  return refuse({ reason: "aid-ceiling-reached", reference: application.reference ?? "", ...aid });
}
