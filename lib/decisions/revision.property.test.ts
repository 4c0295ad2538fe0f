import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, euros } from "@/lib/money";
import { type AwardLine, awardFor, awardTotal, linesOf, trajectoriesIn } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { isWithin } from "./hearing";
import { amountsOf, grantedAfter, loweredTo, outcomeOf, typedAmounts, worthTogether } from "./revision";

const rules = rulesFor("werkgeverssubsidie-2026");
const asked = (...tracks: ("general" | "women")[]) =>
  awardFor(
    rules,
    tracks.map((track, index) => ({ number: index + 1, track })),
  );
const requests = fc
  .array(fc.constantFrom("general" as const, "women" as const), { minLength: 1, maxLength: 4 })
  .map((tracks) => asked(...tracks));
const some = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });
const typed = fc.uniqueArray(
  fc.record({
    trajectory: fc.integer({ min: 1, max: 4 }),
    amountCents: fc.integer({ min: 0, max: 900_000 }).map(cents),
  }),
  { selector: ({ trajectory }) => trajectory, maxLength: 3 },
);
const revisions = fc.array(
  fc.record({ isObjection: fc.boolean(), keep: some, amounts: fc.option(typed, { nil: undefined }) }),
  { minLength: 1, maxLength: 12 },
);
const amountsIn = (lines: readonly AwardLine[]) =>
  amountsOf(lines).map(({ trajectory, amountCents }) => [trajectory, amountCents / 100]);

describe("what trajectories are worth together", () => {
  const both = asked("general", "general");

  test("the trajectory that stays takes the first place of the scale, whichever it is", () => {
    for (const number of [1, 2]) {
      const left = loweredTo(both, both, { keep: [number] });
      expect(left.ok && awardTotal(left.value)).toBe(euros(8_000));
      const granted = worthTogether(both, [], { keep: [number] });
      expect(granted).toEqual(left);
    }
  });

  test("a trajectory that was lowered keeps its share when it moves up", () => {
    const half = [{ trajectory: 2, amountCents: euros(3_000) }];
    const lowered = loweredTo(both, both, { keep: [1, 2], amounts: half });
    if (!lowered.ok) throw new Error(lowered.refusal.reason);
    expect(amountsIn(lowered.value)).toEqual([
      [1, 8_000],
      [2, 3_000],
    ]);
    const left = loweredTo(both, lowered.value, { keep: [2] });
    expect(left.ok && amountsIn(left.value)).toEqual([[2, 4_000]]);
  });

  test("a typed amount is at most its place, and zero drops the trajectory", () => {
    const more = [{ trajectory: 2, amountCents: cents(600_001) }];
    expect(loweredTo(both, both, { keep: [1, 2], amounts: more })).toEqual({
      ok: false,
      refusal: { reason: "beyond-worth", field: "amount-2", worthCents: euros(6_000) },
    });
    const none = [{ trajectory: 1, amountCents: euros(0) }];
    const left = loweredTo(both, both, { keep: [1, 2], amounts: none });
    expect(left.ok && amountsIn(left.value)).toEqual([[2, 8_000]]);
  });

  test("a lowering is lower and an objection higher than the decision in force", () => {
    expect(loweredTo(both, both, { keep: [1, 2] })).toMatchObject({
      refusal: { reason: "nothing-to-lower" },
    });
    expect(grantedAfter(both, both, { keep: [1, 2] })).toMatchObject({
      refusal: { reason: "nothing-to-grant" },
    });
    expect(loweredTo(both, linesOf(both, 1), { keep: [2] })).toEqual({ ok: true, value: [] });
  });

  test("whatever revisions follow each other, each changes the amount in its own direction and stays within what was asked", () => {
    fc.assert(
      fc.property(requests, revisions, (requested, sequence) => {
        let inForce = requested;
        for (const { isObjection, ...meant } of sequence) {
          const revised = (isObjection ? grantedAfter : loweredTo)(requested, inForce, meant);
          if (!revised.ok) continue;
          const [before, after] = [awardTotal(inForce), awardTotal(revised.value)];
          expect(isObjection ? after > before : after < before).toBe(true);
          expect(after).toBeLessThanOrEqual(awardTotal(requested));
          expect(revised.value.every(({ amountCents }) => amountCents > 0)).toBe(true);
          const outcome = outcomeOf(revised.value, requested);
          expect(outcome === "grant").toBe(after === awardTotal(requested));
          expect(outcome === "refuse").toBe(after === 0);
          inForce = revised.value;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("the amounts shown in a form lead to the same lines again", () => {
    fc.assert(
      fc.property(requests, some, typed, (requested, keep, amounts) => {
        const lowered = loweredTo(requested, requested, { keep, amounts });
        if (!lowered.ok) return;
        const kept = amountsOf(lowered.value);
        const again = loweredTo(requested, requested, {
          keep: kept.map(({ trajectory }) => trajectory),
          amounts: typedAmounts(requested, requested, kept),
        });
        expect(again).toEqual(lowered);
      }),
      { numRuns: 1_000 },
    );
  });
});

test("a lowering is within its hearing when no trajectory is dropped that would stay, and the whole is not less", () => {
  fc.assert(
    fc.property(requests, some, some, typed, (requested, told, keep, amounts) => {
      const announced = loweredTo(requested, requested, { keep: told });
      const proposed = loweredTo(requested, requested, { keep, amounts });
      if (!announced.ok || !proposed.ok) return;
      const stays = trajectoriesIn(announced.value).every((n) => trajectoriesIn(proposed.value).includes(n));
      const isLess = awardTotal(proposed.value) < awardTotal(announced.value);
      expect(isWithin({ kept: amountsOf(announced.value) }, proposed.value)).toBe(stays && !isLess);
    }),
  );
});
