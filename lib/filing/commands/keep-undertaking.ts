import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations, undertakings } from "@/db/schema";
import type { Filing } from "@/lib/answers/answers";
import { NotFound } from "@/lib/errors";
import { keyedHash } from "@/lib/privacy/seal";

/**
 * Stores the undertaking of this employer as keyed hashes, in place of the earlier ones: the employer itself and each
 * company that it names as its group. Runs before the move that files or completes the application.
 */
export async function keepUndertaking(
  tx: Tx,
  { id, organisationId }: { id: string; organisationId: string },
  { stateAid }: Pick<Filing, "stateAid">,
): Promise<void> {
  const [[own]] = await Promise.all([
    tx
      .select({ kvkNumber: organisations.kvkNumber })
      .from(organisations)
      .where(eq(organisations.id, organisationId)),
    tx.delete(undertakings).where(eq(undertakings.applicationId, id)),
  ]);
  if (!own) throw new NotFound(`organisation ${organisationId}`);
  const numbers = [...new Set([own.kvkNumber, ...stateAid.groupKvkNumbers])];
  await tx.insert(undertakings).values(
    numbers.map((number) => ({
      applicationId: id,
      organisationId,
      key: keyedHash("undertaking", number),
      isOwn: number === own.kvkNumber,
    })),
  );
}
