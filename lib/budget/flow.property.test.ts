import fc from "fast-check";
import { expect, test } from "vitest";
import { type Booking, flowOf } from "./flow";

/** Grants below a ceiling and releases of granted amounts, as a ledger could hold them. */
const ledgers = fc
  .tuple(fc.integer({ min: 10, max: 60 }), fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 30 }))
  .map(([ceiling, wishes]) => {
    let committed = 0;
    return wishes.flatMap((wish, i): Booking[] => {
      const amountCents = wish < 0 ? Math.max(wish, -committed) : Math.min(wish, ceiling - committed);
      committed += amountCents;
      return amountCents === 0 ? [] : [{ id: String(i), applicationId: `a${i}`, amountCents }];
    });
  });

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);

test("every release is accounted for to the cent, and no grant gets more than its amount", () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const flows = flowOf(ledger);
      expect(flows.map(({ release }) => release.id)).toEqual(
        ledger.filter(({ amountCents }) => amountCents < 0).map(({ id }) => id),
      );
      for (const { release, portions, leftCents } of flows)
        expect(sum(portions.map(({ amountCents }) => amountCents)) + leftCents).toBe(-release.amountCents);
      for (const grant of ledger.filter(({ amountCents }) => amountCents > 0)) {
        const got = flows
          .flatMap(({ portions }) => portions)
          .filter((p) => p.applicationId === grant.applicationId);
        expect(sum(got.map(({ amountCents }) => amountCents))).toBeLessThanOrEqual(grant.amountCents);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("fresh and released money add up to the granted amounts", () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      let committed = 0;
      let mark = 0;
      for (const { amountCents } of ledger) {
        committed += amountCents;
        mark = Math.max(mark, committed);
      }
      const granted = sum(ledger.map(({ amountCents }) => Math.max(0, amountCents)));
      const fed = sum(flowOf(ledger).flatMap(({ portions }) => portions.map((p) => p.amountCents)));
      expect(fed).toBe(granted - mark);
    }),
    { numRuns: 1_000 },
  );
});

test("a lowered grant pays for the next one, the oldest release first", () => {
  const book = (applicationId: string, amountCents: number): Booking => ({
    id: applicationId + amountCents,
    applicationId,
    amountCents,
  });
  expect(flowOf([book("a", 8), book("b", 8), book("a", -3), book("b", -4), book("c", 5)])).toMatchObject([
    { release: { applicationId: "a" }, portions: [{ applicationId: "c", amountCents: 3 }], leftCents: 0 },
    { release: { applicationId: "b" }, portions: [{ applicationId: "c", amountCents: 2 }], leftCents: 2 },
  ]);
});
