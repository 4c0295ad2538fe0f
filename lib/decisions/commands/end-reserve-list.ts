import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { applications, proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { moveApplication } from "@/lib/applications/commands/move-application";
import { isOwnEmployer } from "@/lib/applications/queries/is-own-employer";
import type { Ceiling } from "@/lib/budget/ceiling";
import type { ceilingOnlySchema } from "@/lib/decisions/schema";
import { wordsOf } from "@/lib/i18n/words";
import { cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";

/** At most this many at once; the button is there again for the others. */
const MOST = 500;
const PATIENCE_MS = 60_000;

export type EndReserveRefusal = { reason: "not-yours-to-do" } | { reason: "reserve-list-goes-on" };

/**
 * A reviewer proposes to refuse, for want of money, what is on the reserve list of a ceiling when its end has come or is
 * at most two weeks ahead (Awb 4:25(2)). Whoever agreed to wait stays, and so does the reviewer's own employer. Refused
 * when that leaves nobody.
 */
export function endReserveList(
  actor: Staff,
  { ceiling }: z.output<typeof ceilingOnlySchema>,
): Promise<Result<{ count: number }, EndReserveRefusal>> {
  return asActor(
    actor,
    async (tx) => {
      if (!actor.roles.includes("reviewer")) return refuse({ reason: "not-yours-to-do" });
      let count = 0;
      for (const application of await ending(tx, ceiling)) {
        if (await isOwnEmployer(tx, actor, application.organisationId)) continue;
        const said = { outcome: "refuse" as const, amountCents: cents(0), grounds: ["ceiling" as const] };
        const version = await moveApplication(tx, actor, "end_reserve", application, { payload: said });
        await tx.insert(proposals).values({
          ...said,
          applicationId: application.id,
          applicationVersion: version,
          lines: [],
          explanation: wordsOf("letters")("decision.reserveEnded"),
          attention: 0,
          failed: 0,
          proposedBy: actor.personId,
        });
        count += 1;
      }
      return count > 0 ? ok({ count }) : refuse({ reason: "reserve-list-goes-on" });
    },
    { patienceMs: PATIENCE_MS },
  );
}

/** Those whose list ends and who did not agree to wait, locked, in one order for everybody. */
const ending = (tx: Tx, { line, year }: Ceiling) =>
  tx
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.lineId, line),
        eq(applications.year, year),
        eq(applications.state, "reserve_list"),
        sql`reserve_is_ending(${applications})`,
      ),
    )
    .orderBy(asc(applications.caseNumber))
    .limit(MOST)
    .for("update");
