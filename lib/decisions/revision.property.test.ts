import fc from "fast-check";
import { expect, test } from "vitest";
import { cents } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { type Booked, loweredTo, objectionsFor, releasesFor } from "./revision";

const line = (trajectory: number, amount: number): AwardLine => ({
  ...{ trajectory, track: "general", item: "guidance", article: "test" },
  amountCents: cents(amount),
});
const bookings = fc
  .array(
    fc.record({
      trajectory: fc.integer({ min: 1, max: 3 }),
      lineId: fc.constantFrom("leaf", "women"),
      kind: fc.constantFrom("commitment" as const, "objection" as const),
      amountCents: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.map((row): Booked => ({ ...row, year: 2026 })));
const awards = fc
  .uniqueArray(fc.integer({ min: 1, max: 3 }))
  .chain((numbers) =>
    fc.tuple(...numbers.map((n) => fc.integer({ min: 1, max: 40 }).map((amount) => line(n, amount)))),
  )
  .map((lines) => lines as AwardLine[]);

const sumFor = (rows: readonly { trajectory: number; amountCents: number }[], n: number) =>
  rows.filter(({ trajectory }) => trajectory === n).reduce((sum, row) => sum + row.amountCents, 0);

test("after a lowering no trajectory has more booked than it keeps, and no booking is negative", () => {
  fc.assert(
    fc.property(bookings, awards, (booked, lines) => {
      const posted = releasesFor(booked, lines, "leaf");
      for (const n of [1, 2, 3])
        expect(sumFor(booked, n) + sumFor(posted, n)).toBe(Math.min(sumFor(booked, n), sumFor(lines, n)));
      for (const lineId of ["leaf", "women"])
        for (const n of [1, 2, 3]) {
          const on = <T extends { lineId: string }>(rows: readonly T[]) =>
            rows.filter((row) => row.lineId === lineId);
          expect(sumFor(on(booked), n) + sumFor(on(posted), n)).toBeGreaterThanOrEqual(0);
        }
      for (const { kind, amountCents } of posted) expect([kind, amountCents < 0]).toEqual([kind, true]);
    }),
    { numRuns: 1_000 },
  );
});

test("money past the ceiling is released first, and the women's earmark last", () => {
  const booked: Booked[] = [
    { lineId: "women", year: 2026, trajectory: 1, kind: "commitment", amountCents: 4 },
    { lineId: "leaf", year: 2026, trajectory: 1, kind: "commitment", amountCents: 3 },
    { lineId: "leaf", year: 2026, trajectory: 1, kind: "objection", amountCents: 2 },
  ];
  expect(releasesFor(booked, [line(1, 3)], "leaf")).toMatchObject([
    { kind: "objection", amountCents: -2 },
    { kind: "release", lineId: "leaf", amountCents: -3 },
    { kind: "release", lineId: "women", amountCents: -1 },
  ]);
});

test("after an objection every trajectory has the granted amount booked, and nothing is released", () => {
  fc.assert(
    fc.property(bookings, awards, (booked, lines) => {
      const posted = objectionsFor(booked, lines, { leaf: "leaf", year: 2026 });
      for (const { trajectory } of lines)
        expect(sumFor(booked, trajectory) + sumFor(posted, trajectory)).toBe(
          Math.max(sumFor(booked, trajectory), sumFor(lines, trajectory)),
        );
      expect(posted.every(({ amountCents }) => amountCents > 0)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("a lowering keeps the amounts of trajectories that stay, and is refused when none is withdrawn", () => {
  const granted = [line(1, 8), line(2, 6)];
  expect(loweredTo(granted, [2])).toEqual({ ok: true, value: [line(2, 6)] });
  expect(loweredTo(granted, [])).toEqual({ ok: true, value: [] });
  expect(loweredTo(granted, [1, 2])).toMatchObject({ refusal: { reason: "nothing-to-lower" } });
});
