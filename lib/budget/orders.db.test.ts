import { expect, test } from "vitest";
import { aProposedCase } from "@/db/testing/cases";
import { setClock, testDatabase } from "@/db/testing/database";
import { everyOrder, told } from "@/db/testing/every-order";
import { aStaffMember, aWindow, theBudget, withoutCeilings } from "@/db/testing/factories";
import { expectInvariants } from "@/db/testing/invariants";
import { decide } from "@/lib/decisions/commands/decide";
import { euros } from "@/lib/money";
import { proposeAmount, proposeRelease } from "./commands/propose-change";
import { confirmChange } from "./commands/settle-change";

const { sql } = await testDatabase();
await setClock(new Date("2026-06-01T10:00:00Z"));
const windowId = await aWindow(sql);
const reviewer = await aStaffMember(sql, ["reviewer"]);
const decider = await aStaffMember(sql, ["decider"]);
const other = await aStaffMember(sql, ["decider"]);
const [holder, colleague] = [
  await aStaffMember(sql, ["budget_holder"]),
  await aStaffMember(sql, ["budget_holder"]),
];
const LEAF = "werkgeverssubsidie" as const;
const EARMARK = "werkgeverssubsidie-vrouwen" as const;
const grounds = { changeReason: "Besluit", publication: "Staatscourant 2026, 1", publishedOn: "2026-06-01" };

async function theRoom(amount: number, women = 0) {
  await setClock(new Date("2026-06-01T10:00:00Z"));
  await sql`truncate ceiling_changes, lots, draw_seeds, draws, ledger_entries, decisions, proposals, trajectories, applications, events, event_heads cascade`;
  await withoutCeilings(sql);
  await theBudget(sql, 2026, { [LEAF]: amount, [EARMARK]: women });
  await sql`update ceilings set reserved_cents = reserved_below(line_id, year)`;
}

async function aScene(amount: number, women: number, change: () => ReturnType<typeof proposeAmount>) {
  await theRoom(amount, women);
  const seen = await aProposedCase(sql, { windowId, reviewer });
  const proposed = await change();
  if (!proposed.ok) throw new Error(proposed.refusal.reason);
  return { seen, changeId: proposed.value.changeId };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const sessions = ({ seen, changeId }: Scene) => ({
  decider: () => decide(decider, seen),
  holder: () => confirmChange(colleague, { changeId }),
});

test("a grant and a lowering: granted in every order, and the ceiling only lowered when that was first", async () => {
  const seenAnswers = new Set<string>();
  await everyOrder(sql, {
    prepare: () =>
      aScene(16_000, 0, () =>
        proposeAmount(holder, { ...grounds, line: LEAF, year: 2026, ceiling: euros(4_000) }),
      ),
    sessions,
    atEnd: async (_scene, endings) => {
      const [granted, lowered] = told(endings);
      expect(granted).toBe("done");
      expect(["done", "no-room-now"]).toContain(lowered);
      seenAnswers.add(lowered ?? "");
      await expectInvariants(sql);
    },
  });
  expect(seenAnswers).toEqual(new Set(["done", "no-room-now"]));
}, 600_000);

test("a grant and the release of an earmark: granted exactly when the release was first", async () => {
  const seenAnswers = new Set<string>();
  await everyOrder(sql, {
    prepare: () =>
      aScene(8_000, 4_000, () =>
        proposeRelease(holder, { ...grounds, line: EARMARK, year: 2026, releasesOn: "2026-06-01" }),
      ),
    sessions,
    atEnd: async (_scene, endings) => {
      const [granted, released] = told(endings);
      expect(released).toBe("done");
      expect(["done", "ceiling-reached"]).toContain(granted);
      seenAnswers.add(granted ?? "");
      await expectInvariants(sql);
    },
  });
  expect(seenAnswers).toEqual(new Set(["done", "ceiling-reached"]));
}, 600_000);

const aCaseOf = async (day: number) => {
  await setClock(new Date(`2026-06-0${day}T10:00:00Z`));
  return aProposedCase(sql, { windowId, reviewer });
};
type Case = Awaited<ReturnType<typeof aCaseOf>>;
const bothGrant = ([one, two]: readonly [Case, Case]) => ({
  decider: () => decide(decider, one),
  other: () => decide(other, two),
});
const committedNow = async () =>
  (
    await sql<
      { committed: number }[]
    >`select committed_cents::int as committed from ceilings where line_id = ${LEAF}`
  )[0]?.committed;

test("two grants and money for one and a half: the earlier gets it in every order, the later never", async () => {
  const seenAnswers = new Set<string>();
  await everyOrder(sql, {
    prepare: async () => {
      await theRoom(12_000);
      return [await aCaseOf(1), await aCaseOf(2)] as const;
    },
    sessions: bothGrant,
    always: async () => expect([0, euros(8_000)]).toContain(await committedNow()),
    atEnd: async (_scene, endings) => {
      const [earlier, later] = told(endings);
      expect(earlier).toBe("done");
      expect(await committedNow()).toBe(euros(8_000));
      seenAnswers.add(later ?? "");
      await expectInvariants(sql);
    },
  });
  expect(seenAnswers).toEqual(new Set(["would-overtake", "ceiling-reached"]));
}, 600_000);

test.each([
  ["money for both: both get it", 16_000, "done", 16_000],
  ["money for one of one day: nobody before the draw", 12_000, "needs-draw", 0],
])(
  "two grants of one day and %s, in every order",
  async (_name, amount, answer, committed) => {
    await everyOrder(sql, {
      prepare: async () => {
        await theRoom(amount);
        return [await aCaseOf(1), await aCaseOf(1)] as const;
      },
      sessions: bothGrant,
      atEnd: async (_scene, endings) => {
        expect(told(endings)).toEqual([answer, answer]);
        expect(await committedNow()).toBe(euros(committed));
        await expectInvariants(sql);
      },
    });
  },
  600_000,
);
