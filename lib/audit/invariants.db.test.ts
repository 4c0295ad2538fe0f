import type postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { testDatabase } from "@/db/testing/database";
import { aFiledApplication, aStaffMember, theBudget } from "@/db/testing/factories";
import { broken, expectInvariants } from "@/db/testing/invariants";
import { INVARIANT_IDS, type InvariantId } from "@/lib/audit/invariants";
import { dayOf, yearOf } from "@/lib/dates";
import { decide } from "@/lib/decisions/commands/decide";
import { withdrawApplication } from "@/lib/filing/commands/withdraw-application";
import { checkInvariants } from "./queries/check-invariants";

const { sql } = await testDatabase();

beforeAll(async () => {
  await theBudget(sql, yearOf(dayOf(new Date())), { "werkgeverssubsidie-vrouwen": 4_000 });
  await sql`update ceilings set reserved_cents = reserved_below(line_id, year)`;
  const decider = await aStaffMember(sql, ["decider"]);
  const granted = await aProposedCase(sql, { tracks: ["general", "women"] });
  if (!(await decide(decider, granted)).ok) throw new Error("not granted");
  const withdrawn = await aFiledApplication(sql);
  await withdrawApplication(withdrawn.actor, withdrawn);
});

test("all invariants hold after an ordinary day", () => expectInvariants(sql));

test("the page of the auditor says that they hold", async () => {
  const checked = await checkInvariants();
  expect(checked.map(({ id }) => id)).toEqual([...INVARIANT_IDS]);
  expect(checked.filter(({ outcome }) => outcome !== "holds")).toEqual([]);
});

const BREAKS: Record<InvariantId, (tx: postgres.TransactionSql) => Promise<unknown>> = {
  within_ceiling: (tx) =>
    tx`alter table ceilings drop constraint ceilings_committed_within_ceiling`.then(
      () => tx`update ceilings set ceiling_cents = 1 where line_id = 'werkgeverssubsidie'`,
    ),
  ledger_adds_up: (tx) =>
    tx`update ceilings set committed_cents = committed_cents + 1 where line_id = 'vjn-2025'`,
  decisions_add_up: (tx) =>
    tx`update applications set awarded_cents = awarded_cents - 1 where state = 'granted'`,
  append_only: (tx) => tx`grant delete on events to portal_app`,
  one_event_per_move: (tx) => tx`update applications set state = 'refused' where state = 'granted'`,
  references: (tx) => tx`update applications set reference = 'WS-0000' where state = 'granted'`,
  one_effect: (tx) =>
    tx`alter table decisions drop constraint decisions_one_per_version, drop constraint decisions_proposal_id_unique`.then(
      () =>
        tx`insert into decisions select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7()))).* from decisions d`,
    ),
  rank_day: (tx) => tx`update applications set rank_day = rank_day - 1 where state = 'granted'`,
  chain: (tx) => tx`update events set payload = '{"forged": true}' where number = 2`,
  four_eyes: (tx) =>
    tx`insert into ceiling_changes (line_id, year, kind, to_cents, reason, publication, published_on, proposed_by, proposed_at)
      select 'taaleis', 2050, 'set', 1, 'x', 'x', '2026-01-01', decided_by, '2020-01-01' from decisions limit 1`,
  own_ceiling: (tx) => tx`update ledger_entries set line_id = 'taaleis'`,
  reserve_ends: (tx) =>
    tx`update events set type = 'application.reserve', payload = '{"endsOn": "2020-01-01"}'
      where type = 'application.grant'`,
  numbers_end: (tx) =>
    tx`insert into person_numbers (application_id, organisation_id, person_key, number)
      select id, organisation_id, 'x', 'x' from applications where state = 'granted'`,
  own_rows: (tx) => tx`update trajectories set organisation_id = uuidv7()`,
};

describe("a violation is found, with its row", () => {
  test.each(INVARIANT_IDS)("%s", async (id) => {
    class Rollback extends Error {}
    let found: string[] | undefined;
    const planted = sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await BREAKS[id](tx);
      found = (await broken(tx))[id];
      throw new Rollback();
    });
    await expect(planted).rejects.toBeInstanceOf(Rollback);
    expect(found?.length).toBeGreaterThan(0);
  });
});
