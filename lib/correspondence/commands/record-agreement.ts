import "server-only";
import type { Tx } from "@/db/client";
import { agreedDeclarations } from "@/db/schema";
import type { Employer } from "@/lib/actor";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { agreedTo } from "@/lib/declarations/texts";

/** Stores which text of each declaration is agreed to with these answers, and by whom; the database adds the moment. */
export async function recordAgreement(
  tx: Tx,
  actor: Employer,
  { id, answersVersion }: { id: string; answersVersion: number },
): Promise<void> {
  await tx.insert(agreedDeclarations).values(
    agreedTo(Object.keys(SECTION_FIELDS.declarations)).map((agreed) => ({
      ...agreed,
      applicationId: id,
      answersVersion,
      organisationId: actor.organisationId,
      personId: actor.personId,
    })),
  );
}
