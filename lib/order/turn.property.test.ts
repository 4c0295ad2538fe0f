import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, type LineYear } from "@/lib/budget/allocation";
import { cents } from "@/lib/money";
import { type Budget, crossingDay, fitsTogether, type Mix, turnOf } from "./turn";

const TODAY = "2026-06-01";
const line = (part: Partial<LineYear> & Pick<LineYear, "line" | "parent">): LineYear => ({
  ...{ year: 2026, ceilingCents: cents(0), committedCents: cents(0), reservedCents: cents(0) },
  ...{ earmark: null, releasesOn: null },
  ...part,
});

/** A leaf with a women's earmark under a parent, with a part of each already committed. */
const budgets = fc
  .record({
    leaf: fc.nat(40),
    above: fc.nat(50),
    women: fc.nat(15),
    used: fc.nat(15),
    general: fc.nat(10),
    released: fc.boolean(),
  })
  .map(({ leaf, above, women, used, general, released }): Budget => {
    const earmarked = Math.min(women, leaf);
    const byWomen = Math.min(used, earmarked);
    const reserved = released ? 0 : earmarked - byWomen;
    const committed = byWomen + Math.min(general, Math.max(0, Math.min(leaf - reserved, above) - byWomen));
    return {
      leaf: "leaf",
      lines: [
        line({
          line: "top",
          parent: null,
          ceilingCents: cents(Math.max(above, committed)),
          committedCents: cents(committed),
        }),
        line({
          ...{ line: "leaf", parent: "top", ceilingCents: cents(leaf), committedCents: cents(committed) },
          reservedCents: cents(reserved),
        }),
        line({
          ...{
            line: "earmark",
            parent: "leaf",
            ceilingCents: cents(earmarked),
            committedCents: cents(byWomen),
          },
          ...{ earmark: "women" as const, releasesOn: released ? "2026-01-01" : null },
        }),
      ],
    };
  });
const mixes = fc
  .record({ general: fc.nat(12), women: fc.nat(12) })
  .map(({ general, women }): Mix => ({ generalCents: cents(general), womenCents: cents(women) }));
type Waiting = Mix & { id: number; day: string; lot: number | null };
const queues = fc
  .array(fc.record({ mix: mixes, day: fc.nat(2), drawn: fc.boolean() }), { maxLength: 7 })
  .map((list) => {
    const drawn = new Set(list.filter((it) => it.drawn).map(({ day }) => day));
    return list.map(
      ({ mix, day }, id): Waiting => ({
        ...mix,
        ...{ id, day: `2026-05-0${day + 1}`, lot: drawn.has(day) ? ((id * 5) % 7) + 1 : null },
      }),
    );
  });

const award = (mix: Mix) =>
  (["general", "women"] as const).map((track, i) => ({
    ...{ trajectory: i + 1, track, item: "guidance" as const, article: "test" },
    amountCents: track === "women" ? mix.womenCents : mix.generalCents,
  }));
const fitsByBooking = (mix: Mix, budget: Budget) => allocate(award(mix), budget.leaf, budget.lines, TODAY).ok;
const sum = (list: readonly Mix[]): Mix => ({
  generalCents: cents(list.reduce((all, it) => all + it.generalCents, 0)),
  womenCents: cents(list.reduce((all, it) => all + it.womenCents, 0)),
});
const claims = (list: readonly Waiting[]) => ({ count: list.length, ...sum(list) });

const queueBefore = (mine: Waiting, list: readonly Waiting[]) => {
  const others = list.filter(({ id }) => id !== mine.id);
  const earlier = others.filter(
    ({ day, lot }) =>
      day < mine.day || (day === mine.day && mine.lot !== null && lot !== null && lot < mine.lot),
  );
  const equals = others.filter(({ day }) => day === mine.day && mine.lot === null);
  return {
    earlier,
    equals,
    queue: { ahead: { ...claims(earlier), firstDay: earlier[0]?.day ?? null }, equals: claims(equals) },
  };
};

test("fitsTogether is true exactly when the amounts can be booked", () => {
  fc.assert(
    fc.property(budgets, mixes, (budget, mix) => {
      expect(fitsTogether(mix, budget)).toBe(fitsByBooking(mix, budget));
    }),
    { numRuns: 3000 },
  );
});

test("a grant takes nothing that an earlier application could still have had", () => {
  fc.assert(
    fc.property(budgets, queues, (budget, list) => {
      for (const mine of list) {
        const { earlier, equals, queue } = queueBefore(mine, list);
        if (!fitsByBooking(mine, budget) || !turnOf(mine, mine.day, queue, budget).ok) continue;
        const after = booked(mine, budget);
        for (const others of [earlier, [...earlier, ...equals]])
          for (let some = 0; some < 2 ** others.length; some++) {
            const wanted = sum(others.filter((_, i) => some & (1 << i)));
            if (fitsByBooking(wanted, budget)) expect(fitsByBooking(wanted, after)).toBe(true);
          }
      }
    }),
    { numRuns: 1500 },
  );
});

test("when everything fits no application waits, and a lone one never waits", () => {
  fc.assert(
    fc.property(budgets, queues, (budget, list) => {
      for (const mine of list) {
        if (fitsTogether(sum(list), budget))
          expect(turnOf(mine, mine.day, queueBefore(mine, list).queue, budget).ok).toBe(true);
        expect(turnOf(mine, mine.day, queueBefore(mine, [mine]).queue, budget).ok).toBe(true);
      }
    }),
  );
});

test("the crossing day is the first day up to which requests do not fit", () => {
  fc.assert(
    fc.property(budgets, queues, (budget, list) => {
      const days = [...new Set(list.map(({ day }) => day))].sort();
      const byHand = days.find((last) => !fitsByBooking(sum(list.filter(({ day }) => day <= last)), budget));
      const found = crossingDay(
        days.map((day) => ({ day, ...claims(list.filter((it) => it.day === day)) })),
        () => budget,
      );
      expect(found?.day).toBe(byHand);
    }),
  );
});

function booked(mix: Mix, { leaf, lines }: Budget): Budget {
  const entries = allocate(award(mix), leaf, lines, TODAY);
  if (!entries.ok) throw new Error("does not fit");
  const of = (name: string) =>
    entries.value.filter((it) => it.line === name).reduce((all, it) => all + it.amountCents, 0);
  const all = of("leaf") + of("earmark");
  return {
    leaf,
    lines: lines.map((it) => ({
      ...it,
      committedCents: cents(it.committedCents + (it.line === "earmark" ? of("earmark") : all)),
      reservedCents: cents(Math.max(0, it.reservedCents - (it.line === leaf ? of("earmark") : 0))),
    })),
  };
}
