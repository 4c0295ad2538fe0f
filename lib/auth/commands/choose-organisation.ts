import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asActor } from "@/db/client";
import { sessions } from "@/db/schema";
import type { System } from "@/lib/actor";
import { recordEvent } from "@/lib/audit/record";
import { ok, type Result, refuse } from "@/lib/result";
import { type EmployerSession, representedBy } from "../queries/find-session";

const SWITCH: System = { kind: "system", task: "switch-organisation" };

/**
 * From here on this session acts on behalf of the organisation with this KvK number. Refused when the person
 * neither belongs to it nor holds a mandate of it at this moment; choosing the same one again changes nothing.
 */
export function chooseOrganisation(
  { sessionId, personId }: Pick<EmployerSession, "sessionId" | "personId">,
  kvkNumber: string,
): Promise<Result<{ organisationId: string }, { reason: "no-mandate" }>> {
  return asActor(SWITCH, async (tx, now) => {
    const choices = await representedBy(tx, personId, now);
    const chosen = choices.find((choice) => choice.kvkNumber === kvkNumber);
    if (!chosen) return refuse({ reason: "no-mandate" });
    const moved = await tx
      .update(sessions)
      .set({ organisationId: chosen.id })
      .where(and(eq(sessions.id, sessionId), sql`${sessions.organisationId} is distinct from ${chosen.id}`))
      .returning({ id: sessions.id });
    if (moved.length === 0) return ok({ organisationId: chosen.id });
    await recordEvent(tx, SWITCH, {
      type: "session.switch",
      stream: `person:${personId}`,
      payload: { organisationId: chosen.id, sessionId },
    });
    return ok({ organisationId: chosen.id });
  });
}
