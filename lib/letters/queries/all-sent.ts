import "server-only";
import { asc, eq } from "drizzle-orm";
import { readAs } from "@/db/client";
import { answerVersions } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import type { StoredDraft } from "@/lib/answers/draft";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { agreementsOf } from "@/lib/correspondence/queries/thread";
import { documentsOf } from "@/lib/documents/queries/list-documents";
import type { Sent } from "@/lib/letters/copies/sent";
import { unseal } from "@/lib/privacy/seal";
import { answersOfApplication } from "@/lib/privacy/sealed-columns";
import { readFiled } from "./read-filed";

/**
 * Everything that the actor's organisation sent for one application, the first sending first, each version as it was;
 * undefined for a draft, and for someone else's.
 */
export function allSent(actor: Employer, id: string): Promise<Sent | undefined> {
  return readAs(actor, async (tx) => {
    const own = await ownApplication(tx, actor, id);
    const head = own && (await readFiled(tx, id));
    if (!own || !head) return undefined;
    const superseded = await tx
      .select()
      .from(answerVersions)
      .where(eq(answerVersions.applicationId, id))
      .orderBy(asc(answerVersions.answersVersion));
    const versions = [...superseded, own.application];
    return {
      head,
      scheme: own.application.scheme,
      versions: await Promise.all(
        versions.map(async ({ answers, answersVersion }, place) => ({
          answersVersion,
          sentAt: superseded[place - 1]?.supersededAt ?? head.submittedAt,
          draft: await unseal<StoredDraft>(answers, answersOfApplication(id)),
        })),
      ),
      documents: await documentsOf(tx, id),
      agreements: await agreementsOf(tx, id),
    };
  });
}
