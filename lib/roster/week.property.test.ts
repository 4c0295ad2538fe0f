import fc from "fast-check";
import { expect, test } from "vitest";
import { rosterField, weekOf } from "./fields";
import { type Block, clashesOn, formatBlocks, hoursIn, OCCUPATIONS, parseBlocks, WEEKDAYS } from "./week";

/** Blocks of one day that do not overlap: an even number of different moments, taken in pairs. */
const blocks = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 })
  .map((moments) => moments.sort((a, b) => a - b))
  .map((moments): Block[] =>
    moments.flatMap((from, place) => {
      const to = moments[place + 1];
      return place % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );
const weeks = fc.array(blocks, { minLength: 14, maxLength: 14 }).map((days) =>
  weekOf((field) => {
    const place = WEEKDAYS.flatMap((day) => OCCUPATIONS.map((kind) => rosterField(day, kind))).indexOf(field);
    return days[place] ?? [];
  }),
);
const minutes = (list: readonly Block[]) => list.reduce((sum, { from, to }) => sum + to - from, 0);

test("the written form of a day reads back as the same day", () => {
  fc.assert(
    fc.property(blocks, (day) => {
      expect(parseBlocks(formatBlocks(day))).toEqual(day);
    }),
  );
});

test("the order in which blocks are typed does not matter", () => {
  fc.assert(
    fc.property(blocks, (day) => {
      const typed = day.toReversed().map((block) => formatBlocks([block]));
      expect(parseBlocks(typed.join(" en "))).toEqual(day);
    }),
  );
});

test("hours are the minutes of all days, rounded once to a tenth", () => {
  fc.assert(
    fc.property(weeks, fc.constantFrom(...OCCUPATIONS), (week, occupation) => {
      const total = WEEKDAYS.reduce((sum, day) => sum + minutes(week[day][occupation]), 0);
      expect(Math.abs(hoursIn(week, occupation) * 60 - total)).toBeLessThanOrEqual(3 + 1e-6);
    }),
  );
});

test("moving class out of a clash leaves no clash, and a clash is never longer than either side", () => {
  fc.assert(
    fc.property(weeks, fc.constantFrom(...WEEKDAYS), (week, day) => {
      const shared = minutes(clashesOn(week, day));
      expect(shared).toBeLessThanOrEqual(Math.min(minutes(week[day].work), minutes(week[day].class)));
      const free = { ...week, [day]: { ...week[day], class: [] } };
      expect(clashesOn(free, day)).toEqual([]);
    }),
  );
});

test("every minute at which work and class coincide, and no other, is in a clash", () => {
  const inside = (list: readonly Block[], minute: number) =>
    list.some(({ from, to }) => from <= minute && minute < to);
  fc.assert(
    fc.property(
      weeks,
      fc.constantFrom(...WEEKDAYS),
      fc.integer({ min: 0, max: 1439 }),
      (week, day, minute) => {
        expect(inside(clashesOn(week, day), minute)).toBe(
          inside(week[day].work, minute) && inside(week[day].class, minute),
        );
      },
    ),
  );
});
