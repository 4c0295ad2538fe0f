import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/lib/money";
import { compareRank, crossingDay, mayBeGranted, type Ranked } from "./rank";

const day = fc.constantFrom("2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04");
const lists = fc
  .array(fc.record({ rankDay: day, drawn: fc.boolean(), requestedCents: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 9,
  })
  .map((list) => {
    const drawnDays = new Set(list.filter(({ drawn }) => drawn).map(({ rankDay }) => rankDay));
    return list.map(
      ({ rankDay, requestedCents }, i): Ranked => ({
        id: `${i}`,
        rankDay,
        lot: drawnDays.has(rankDay) ? (i * 7) % 11 : null,
        caseNumber: i + 1,
        requestedCents: cents(requestedCents),
      }),
    );
  });
const free = fc.integer({ min: 0, max: 120 }).map(cents);

describe("rank", () => {
  test("is a total order: no two are equal, and it does not depend on the order they come in", () => {
    fc.assert(
      fc.property(lists, fc.integer(), (list, seed) => {
        const order = [...list].sort(compareRank).map(({ id }) => id);
        const shuffled = [...list].sort(
          (a, b) => ((a.caseNumber * seed) % 13) - ((b.caseNumber * seed) % 13),
        );
        expect(shuffled.sort(compareRank).map(({ id }) => id)).toEqual(order);
        for (const a of list)
          for (const b of list)
            if (a !== b) expect(Math.sign(compareRank(a, b))).toBe(-Math.sign(compareRank(b, a)));
      }),
    );
  });

  test("never puts a later day before an earlier one", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const days = [...list].sort(compareRank).map(({ rankDay }) => rankDay);
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});

test("the crossing day is the first day up to which requests exceed what is free", () => {
  fc.assert(
    fc.property(lists, free, (list, room) => {
      const upTo = (last: string) =>
        list.filter(({ rankDay }) => rankDay <= last).reduce((sum, a) => sum + a.requestedCents, 0);
      const byHand = [...new Set(list.map(({ rankDay }) => rankDay))]
        .sort()
        .find((last) => upTo(last) > room);
      expect(crossingDay(list, room)).toBe(byHand);
    }),
  );
});

test("whoever is granted, in whatever order they are tried, an earlier one could still have had it all", () => {
  fc.assert(
    fc.property(lists, free, fc.array(fc.nat(8), { maxLength: 20 }), (list, room, tries) => {
      let left: number = room;
      let undecided = [...list];
      for (const pick of tries) {
        const candidate = undecided[pick % Math.max(1, undecided.length)];
        if (!candidate || !mayBeGranted(candidate, undecided, cents(left))) continue;
        left -= candidate.requestedCents;
        undecided = undecided.filter(({ id }) => id !== candidate.id);
        const earlier = undecided.filter(({ rankDay }) => rankDay < candidate.rankDay);
        expect(earlier.reduce((sum, a) => sum + a.requestedCents, 0)).toBeLessThanOrEqual(left);
      }
      expect(left).toBeGreaterThanOrEqual(0);
    }),
  );
});
