import type postgres from "postgres";
import { aProposedCase } from "@/db/testing/cases";
import { setClock } from "@/db/testing/database";
import { aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { decide } from "@/lib/decisions/commands/decide";
import { freezeDraw } from "@/lib/order/commands/freeze-draw";
import type { Track } from "@/lib/vocabulary/scheme";

const SCHEME = "werkgeverssubsidie" as const;
export const dayInJune = (day: number) => `2026-06-${String(day).padStart(2, "0")}`;

/** One window in June 2026 with officials of every duty, for tests of the order of treatment. */
export async function aTreatmentOrder(sql: postgres.Sql) {
  const on = (day: number) => setClock(new Date(`${dayInJune(day)}T10:00:00Z`));
  await on(1);
  const windowId = await aWindow(sql);
  const reviewer = await aStaffMember(sql, ["reviewer"]);
  const decider = await aStaffMember(sql, ["decider"]);
  const holder = await aStaffMember(sql, ["budget_holder"]);
  const colleague = await aStaffMember(sql, ["budget_holder"]);

  /** Removes all applications, and sets the ceiling, in euros. */
  async function room(amount: number, women = 0): Promise<void> {
    await on(1);
    await sql`truncate lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events, event_heads,
      completion_requests, completion_answers, answer_versions cascade`;
    await withoutCeilings(sql);
    await theBudget(sql, 2026, { [SCHEME]: amount, "werkgeverssubsidie-vrouwen": women });
  }

  async function proposedOn(day: number, ...tracks: Track[]) {
    await on(day);
    return aProposedCase(sql, { windowId, reviewer, tracks: tracks.length > 0 ? tracks : ["general"] });
  }

  /** Three applications of 1 June with money for one and a half, on the next day. */
  async function crossing() {
    await room(12_000);
    const cases = [await proposedOn(1), await proposedOn(1), await proposedOn(1)] as const;
    await on(2);
    return cases;
  }

  async function freeze(day = 1): Promise<string> {
    const frozen = await freezeDraw(holder, {
      ceiling: { line: SCHEME, year: 2026 },
      day: dayInJune(day),
    });
    if (!frozen.ok) throw new Error(frozen.refusal.reason);
    return frozen.value.drawId;
  }

  const grant = ({ applicationId, version }: { applicationId: string; version: number }) =>
    decide(decider, { applicationId, version });

  /** Its position: rank day, case number, the lot that counts, and the number of draws it was in. */
  async function placeOf({ applicationId }: { applicationId: string }) {
    const [row] = await sql<{ day: string; number: number; lot: number | null; draws: number }[]>`
      select rank_day::text as day, case_number::int as number, lot_of(id, rank_day) as lot,
        (select count(*)::int from lots l where l.application_id = a.id) as draws
      from applications a where id = ${applicationId}`;
    if (!row) throw new Error("no application");
    return row;
  }

  return {
    ...{ windowId, reviewer, decider, holder, colleague },
    ...{ on, room, proposedOn, crossing, freeze, grant, placeOf },
  };
}

export type QueuedCase = Awaited<ReturnType<Awaited<ReturnType<typeof aTreatmentOrder>>["proposedOn"]>>;
