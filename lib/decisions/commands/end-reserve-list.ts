import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type * as z from "zod";
import { asActor, type Tx } from "@/db/client";
import { applications, proposals } from "@/db/schema";
import type { Staff } from "@/lib/actor";
import { moveApplication } from "@/lib/applications/commands/move-application";
import type { Ceiling } from "@/lib/budget/ceiling";
import { dayOf } from "@/lib/dates";
import type { ceilingOnlySchema } from "@/lib/decisions/schema";
import { wordsOf } from "@/lib/i18n/words";
import { cents } from "@/lib/money";
import { ok, type Result, refuse } from "@/lib/result";
import { awardsWhatFits, type MoneyFree } from "./room";

/** Most proposals at once; the button is shown again for the others. */
const MOST = 500;
const PATIENCE_MS = 60_000;

export type EndReserveRefusal =
  | { reason: "not-yours-to-do" }
  | { reason: "reserve-list-goes-on" }
  | MoneyFree;

/**
 * A reviewer proposes to refuse, for want of money, the applications on the reserve list of a ceiling from two weeks
 * before its end (Awb 4:25(2)), except those for which money is free and of the reviewer's own employer. Refused when
 * none is left.
 */
export function endReserveList(
  actor: Staff,
  { ceiling }: z.output<typeof ceilingOnlySchema>,
): Promise<Result<{ count: number }, EndReserveRefusal>> {
  return asActor(
    actor,
    async (tx, now) => {
      if (!actor.roles.includes("reviewer")) return refuse({ reason: "not-yours-to-do" });
      let count = 0;
      let free: MoneyFree | undefined;
      for (const application of await ending(tx, ceiling)) {
        const said = { outcome: "refuse" as const, amountCents: cents(0), grounds: ["ceiling" as const] };
        const lacks = await awardsWhatFits(tx, application, said, dayOf(now));
        if (!lacks.ok) {
          if (lacks.refusal.reason === "money-came-free") free ??= lacks.refusal;
          continue;
        }
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
      return count > 0 ? ok({ count }) : refuse(free ?? { reason: "reserve-list-goes-on" });
    },
    { patienceMs: PATIENCE_MS },
  );
}

/**
 * Applications whose list ends, locked in the same order by every transaction. Their end is read again under the lock:
 * an employer may have agreed to wait meanwhile.
 */
async function ending(tx: Tx, { line, year }: Ceiling) {
  const locked = await tx
    .select({ id: applications.id })
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
  const ids = locked.map(({ id }) => id);
  return tx
    .select()
    .from(applications)
    .where(and(inArray(applications.id, ids), sql`reserve_is_ending(${applications})`))
    .orderBy(asc(applications.caseNumber));
}
