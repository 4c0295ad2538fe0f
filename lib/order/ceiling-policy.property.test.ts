import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, type LineYear } from "@/lib/budget/allocation";
import { cents, euros } from "@/lib/money";
import { awardFor, awardTotal } from "@/lib/schemes/award";
import { ALL_RULES } from "@/lib/schemes/rules";
import { TRACKS } from "@/lib/vocabulary/scheme";
import { ceilingPolicyOf, partThatFits } from "./ceiling-policy";

const TODAY = "2026-06-01";
const linesWith = (room: number, women: number): LineYear[] => {
  const row = (line: string, parent: string | null, ceiling: number, reserved: number): LineYear => ({
    ...{ line, parent, year: 2026, earmark: null, releasesOn: null },
    ...{ ceilingCents: cents(ceiling), committedCents: cents(0), reservedCents: cents(reserved) },
  });
  return [
    row("root", null, euros(1_000_000), 0),
    row("leaf", "root", room, women),
    { ...row("women", "leaf", women, 0), earmark: "women" },
  ];
};
const scenes = fc
  .record({
    rules: fc.constantFrom(...ALL_RULES),
    tracks: fc.array(fc.constantFrom(...TRACKS), { minLength: 1, maxLength: 4 }),
    room: fc.nat(4_000_000),
    kept: fc.nat(100),
  })
  .map(({ rules, tracks, room, kept }) => ({
    award: awardFor(
      rules,
      tracks.map((track, i) => ({ number: i + 1, track })),
    ),
    lines: linesWith(room, Math.floor((room * kept) / 100)),
  }));

test.each(["trajectories", "amount"] as const)(
  "the part (%s) fits, is never more than was asked, and is everything when everything fits",
  (policy) => {
    fc.assert(
      fc.property(scenes, ({ award, lines }) => {
        const part = partThatFits(award, "leaf", lines, TODAY, policy);
        expect(allocate(part, "leaf", lines, TODAY).ok).toBe(true);
        for (const line of part) {
          const places = award.filter(({ item }) => item === line.item).map(({ amountCents }) => amountCents);
          expect(line.amountCents).toBeLessThanOrEqual(Math.max(...places));
          expect(line.amountCents).toBeGreaterThan(0);
        }
        expect(awardTotal(part)).toBeLessThanOrEqual(awardTotal(award));
        if (allocate(award, "leaf", lines, TODAY).ok) expect(part).toEqual(award);
      }),
      { numRuns: 1_000 },
    );
  },
);

test("a part to the last cent leaves less than one more trajectory could have used", () => {
  fc.assert(
    fc.property(scenes, ({ award, lines }) => {
      const part = partThatFits(award, "leaf", lines, TODAY, "amount");
      const whole = partThatFits(award, "leaf", lines, TODAY, "trajectories");
      expect(awardTotal(part)).toBeGreaterThanOrEqual(awardTotal(whole));
      const given = (number: number) => awardTotal(part.filter(({ trajectory }) => trajectory === number));
      if (awardTotal(part) > awardTotal(whole))
        for (const { trajectory, track, amountCents, ...line } of award)
          if (given(trajectory) < awardTotal(award.filter((l) => l.trajectory === trajectory))) {
            const more = [{ ...line, trajectory, track, amountCents: cents(1) }];
            expect(allocate([...part, ...more], "leaf", lines, TODAY).ok && amountCents > 0).toBe(false);
          }
    }),
    { numRuns: 1_000 },
  );
});

test("every rules version has a policy for the last in rank, with its source", () => {
  for (const { id } of ALL_RULES) expect(ceilingPolicyOf(id).source.length).toBeGreaterThan(10);
  expect(ceilingPolicyOf("werkgeverssubsidie-2026").lastInRank).toBe("trajectories");
  expect(ceilingPolicyOf("startbaan-2026").lastInRank).toBe("amount");
});
