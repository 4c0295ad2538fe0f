import fc from "fast-check";
import { expect, test } from "vitest";
import { afterBooking, type LineYear, roomOn } from "@/lib/budget/allocation";
import { cents } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { type Booked, beyondCeiling, type Posting, postingsFor } from "./postings";

const TODAY = "2026-06-01";
const line = (trajectory: number, amount: number): AwardLine => ({
  ...{ trajectory, track: trajectory === 3 ? "women" : "general", item: "guidance", article: "test" },
  amountCents: cents(amount),
});
const at = (lineId: string, ceiling: number, more: Partial<LineYear> = {}): LineYear => ({
  ...{ line: lineId, parent: null, year: 2026, earmark: null, releasesOn: null },
  ...{ ceilingCents: cents(ceiling), committedCents: cents(0), reservedCents: cents(0) },
  ...more,
});
/** A root, the line of a scheme and its women's earmark, with nothing booked. */
const tree = (root: number, leaf: number, women: number, releasesOn: string | null = null): LineYear[] =>
  afterBooking(
    [
      at("root", root),
      at("leaf", leaf, { parent: "root" }),
      at("women", women, { parent: "leaf", earmark: "women", releasesOn }),
    ],
    [{ line: "women", amountCents: cents(0) }],
    TODAY,
  );
const ceilings = fc.record({
  room: fc.integer({ min: 0, max: 60 }),
  women: fc.integer({ min: 0, max: 20 }),
  above: fc.integer({ min: 0, max: 40 }),
  isReleased: fc.boolean(),
});
const awards = fc
  .uniqueArray(fc.integer({ min: 1, max: 3 }))
  .chain((numbers) =>
    fc.tuple(...numbers.map((n) => fc.integer({ min: 1, max: 30 }).map((amount) => line(n, amount)))),
  )
  .map((lines) => lines as AwardLine[]);
const sequences = fc.array(awards, { minLength: 1, maxLength: 8 });
const sumOf = (rows: readonly { amountCents: number }[]) =>
  rows.reduce((sum, { amountCents }) => sum + amountCents, 0);
const onCeiling = (rows: readonly (Booked | Posting)[]) => rows.filter(({ kind }) => kind !== "objection");

/** What is booked after these postings, per line, trajectory and kind. */
function bookedAfter(booked: readonly Booked[], postings: readonly Posting[]): Booked[] {
  const sums = new Map<string, Booked>();
  for (const { kind: posted, ...row } of [...booked, ...postings]) {
    const kind = posted === "objection" ? "objection" : "commitment";
    const key = `${row.lineId} ${row.trajectory} ${kind}`;
    const sum = sums.get(key)?.amountCents ?? 0;
    sums.set(key, { ...row, kind, amountCents: sum + row.amountCents });
  }
  return [...sums.values()].filter(({ amountCents }) => amountCents !== 0);
}

test("after any sequence of decisions each trajectory has booked what the last one grants, past the ceiling only when it is full", () => {
  fc.assert(
    fc.property(ceilings, sequences, ({ room, women, above, isReleased }, sequence) => {
      const budget = { leaf: "leaf", year: 2026, today: TODAY };
      const releasesOn = isReleased ? "2026-01-01" : null;
      const most = Math.min(women, room);
      let tops = tree(room + above, room, most, releasesOn);
      let booked: Booked[] = [];
      for (const lines of sequence) {
        const postings = postingsFor(booked, lines, { ...budget, ceilings: tops });
        const moved = onCeiling(postings).map(({ lineId, amountCents }) => ({
          line: lineId,
          amountCents: cents(amountCents),
        }));
        tops = afterBooking(tops, moved, TODAY);
        booked = bookedAfter(booked, postings);
        for (const n of [1, 2, 3])
          expect(sumOf(booked.filter(({ trajectory }) => trajectory === n))).toBe(
            sumOf(lines.filter(({ trajectory }) => trajectory === n)),
          );
        for (const { amountCents } of booked) expect(amountCents).toBeGreaterThan(0);
        for (const { ceilingCents, committedCents, reservedCents } of tops)
          expect(committedCents + reservedCents).toBeLessThanOrEqual(ceilingCents);
        if (postings.some(({ kind, amountCents }) => kind === "objection" && amountCents > 0))
          expect(roomOn(tops, "leaf", TODAY)).toBe(0);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("money past the ceiling is released first, then the general part, and the women's earmark last", () => {
  const booked: Booked[] = [
    { lineId: "women", year: 2026, trajectory: 3, kind: "commitment", amountCents: 4 },
    { lineId: "leaf", year: 2026, trajectory: 3, kind: "commitment", amountCents: 3 },
    { lineId: "leaf", year: 2026, trajectory: 3, kind: "objection", amountCents: 2 },
  ];
  const postings = postingsFor(booked, [line(3, 3)], {
    ...{ leaf: "leaf", year: 2026, today: TODAY, ceilings: tree(100, 100, 10) },
  });
  expect(postings).toMatchObject([
    { kind: "objection", amountCents: -2 },
    { kind: "release", lineId: "leaf", amountCents: -3 },
    { kind: "release", lineId: "women", amountCents: -1 },
  ]);
  expect(beyondCeiling(postings)).toBe(-2);
});

test("what an objection adds fills the earmark, then the general part, and only then goes past the ceiling", () => {
  const budget = { leaf: "leaf", year: 2026, today: TODAY, ceilings: tree(12, 12, 5) };
  expect(postingsFor([], [line(1, 4), line(3, 10)], budget)).toMatchObject([
    { trajectory: 1, lineId: "leaf", kind: "commitment", amountCents: 4 },
    { trajectory: 3, lineId: "women", kind: "commitment", amountCents: 5 },
    { trajectory: 3, lineId: "leaf", kind: "commitment", amountCents: 3 },
    { trajectory: 3, lineId: "leaf", kind: "objection", amountCents: 2 },
  ]);
});
