import postgres from "postgres";
import { expiryOf } from "@/lib/auth/timeouts";
import { hashOf, newToken } from "@/lib/auth/token";
import { dayOf } from "@/lib/dates";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { addCase, type CaseFacts } from "../seed/case-rows";
import { makeStages, writeBatch } from "../seed/copy";
import { ownAnswers } from "../seed/documents";
import { addEmployer, firstFreeKvk, officials } from "../seed/people";
import type { Plan, SeedWindow } from "../seed/plan";
import { emptyBatch } from "../seed/tables";

export type Ready = { applicationId: string; organisationId: string; personId: string; token: string };
export type Stage = { drafts: Ready[]; proposed: string[]; deciderId: string; windowYear: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Days before today: earlier than any other application, so that none is before those of the bench. */
const FIRST_IN_LINE = 1_000;

/**
 * Signed-in employers with a complete draft, and applications with an open proposal for one statushouder, each of its
 * own employer and with its own rank day: as the portal itself would have written them.
 */
export async function setStage(
  ownerUrl: string,
  counts: { drafts: number; proposed: number },
): Promise<Stage> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const { window, staff, kvk, now } = await sql.begin(async (tx) => {
      await tx`select set_config('app.kind', 'system', true)`;
      const [row] = await tx<(SeedWindow & { now: Date })[]>`
        select id, scheme, line_id as "lineId", year, rules_version as "rulesVersion", 0 as "opensAt", 0 as "closesAt", portal_now() as now
        from windows where scheme = 'werkgeverssubsidie' and portal_now() between opens_at and closes_at`;
      if (!row) throw new Error("no window is open");
      return { window: row, now: row.now.getTime(), staff: await officials(tx), kvk: await firstFreeKvk(tx) };
    });
    const [reviewerId = ""] = staff.reviewers;
    const [deciderId = ""] = staff.deciders;
    const asked = awardFor(rulesFor(window.rulesVersion), [{ number: 1, track: "general" }]);
    const today = dayOf(new Date(now));
    const shared = ownAnswers(window.scheme, ["general"], today, kvk + counts.drafts);
    const batch = emptyBatch();
    const made: { id: string; facts: CaseFacts }[] = [];
    for (let index = 0; index < counts.drafts + counts.proposed; index++) {
      const state = index < counts.drafts ? ("draft" as const) : ("proposed" as const);
      const answers = state === "draft" ? ownAnswers(window.scheme, ["general"], today, kvk + index) : shared;
      const filedAround = state === "draft" ? now : now - (FIRST_IN_LINE + counts.proposed - index) * DAY;
      const plan: Plan = { window, state, tracks: ["general"], moments: momentsOf(state, filedAround) };
      const facts: CaseFacts = {
        ...addEmployer(batch, kvk + index, now),
        plan,
        reviewerId,
        deciderId,
        caseNumber: 10_000_000 + index,
        answers,
        kvk: kvk + index,
        group: null,
        asked,
        granted: state === "draft" ? [] : asked,
        entries: [],
        outcome: state === "draft" ? null : "grant",
        dayOf: (moment) => dayOf(new Date(moment)),
      };
      made.push({ id: addCase(batch, facts), facts });
    }
    await makeStages(sql);
    await writeBatch(sql, batch, { reviewers: reviewerId, deciders: deciderId });
    const drafts = made.slice(0, counts.drafts).map(({ id, facts }) => ({
      applicationId: id,
      organisationId: facts.organisationId,
      personId: facts.employerId,
      token: newToken(),
    }));
    await signIn(sql, drafts, new Date(now));
    await sql`analyze`;
    return {
      drafts,
      proposed: made.slice(counts.drafts).map(({ id }) => id),
      deciderId,
      windowYear: window.year,
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const momentsOf = (state: "draft" | "proposed", now: number): number[] =>
  Array.from({ length: state === "draft" ? 1 : 4 }, (_, index) => now - (10 - index) * MINUTE);

async function signIn(sql: postgres.Sql, people: readonly Ready[], now: Date): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('app.kind', 'system', true)`;
    const rows = people.map(({ personId, organisationId, token }) => ({
      token_hash: hashOf(token),
      person_id: personId,
      organisation_id: organisationId,
      assurance: "loa3",
      authenticated_at: now,
      last_seen_at: now,
      expires_at: expiryOf(now),
    }));
    for (let from = 0; from < rows.length; from += 1000)
      await tx`insert into sessions ${tx(rows.slice(from, from + 1000))}`;
  });
}
