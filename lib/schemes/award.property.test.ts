import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "@/lib/money";
import { TRACKS } from "@/lib/vocabulary/scheme";
import { awardFor, awardOfOnly, awardTotal } from "./award";
import { ALL_RULES, type Rules, rulesFor } from "./rules";

const W = rulesFor("werkgeverssubsidie-2025");
const tracks = (most: number) => fc.array(fc.constantFrom(...TRACKS), { maxLength: most });
const numbered = (list: readonly (typeof TRACKS)[number][]) =>
  list.map((track, i) => ({ number: i + 1, track }));

test.each([
  [0, 0],
  [1, 8_000],
  [2, 14_000],
  [3, 19_000],
  [4, 24_000],
])("werkgeverssubsidie for %i statushouders is € %i", (count, total) => {
  const trajectories = numbered(Array.from({ length: count }, () => "general" as const));
  expect(awardTotal(awardFor(W, trajectories))).toBe(total * 100);
});

test("a startbaan is € 10.000 a place", () =>
  expect(awardTotal(awardFor(rulesFor("startbaan-2026"), numbered(["general", "women", "general"])))).toBe(
    3_000_000,
  ));

test("an award for more trajectories than the scheme allows is an error", () =>
  expect(() => awardFor(W, numbered(["general", "general", "women", "women", "women"]))).toThrow(RangeError));

describe.each(ALL_RULES.map((rules): [string, Rules] => [rules.id, rules]))("%s", (_id, rules) => {
  const most = rules.amountsCents.value.length;

  test("lines are whole positive cents that add up, one per trajectory", () => {
    fc.assert(
      fc.property(tracks(most), (list) => {
        const lines = awardFor(rules, numbered(list));
        expect(lines.map(({ trajectory }) => trajectory)).toEqual(list.map((_, i) => i + 1));
        for (const { amountCents } of lines)
          expect(Number.isSafeInteger(amountCents) && amountCents > 0).toBe(true);
        expect(awardTotal(lines)).toBe(lines.reduce((sum, line) => sum + line.amountCents, 0));
      }),
    );
  });

  test("one more trajectory never lowers the total, and the order of the trajectories does not matter", () => {
    fc.assert(
      fc.property(tracks(most - 1), fc.constantFrom(...TRACKS), (list, extra) => {
        const before = awardTotal(awardFor(rules, numbered(list)));
        const all = numbered([...list, extra]);
        expect(awardTotal(awardFor(rules, all))).toBeGreaterThan(before);
        expect(awardFor(rules, [...all].reverse())).toEqual(awardFor(rules, all));
      }),
    );
  });

  test("an award for some trajectories equals the award of an application for only those", () => {
    const generous = { ...rules, womensTopUpCents: { ...rules.womensTopUpCents, value: cents(100_000) } };
    fc.assert(
      fc.property(tracks(most), fc.array(fc.boolean(), { minLength: most }), (list, chosen) => {
        const numbers = list.flatMap((_, i) => (chosen[i] ? [i + 1] : []));
        const only = numbered(list).filter(({ number }) => numbers.includes(number));
        expect(awardOfOnly(awardFor(generous, numbered(list)), numbers)).toEqual(awardFor(generous, only));
      }),
    );
  });

  test("a top-up for women is one more line on women's trajectories only", () => {
    const generous = { ...rules, womensTopUpCents: { ...rules.womensTopUpCents, value: cents(100_000) } };
    fc.assert(
      fc.property(tracks(most), (list) => {
        const extra = awardFor(generous, numbered(list)).filter(({ item }) => item === "womens_guidance");
        expect(extra.map(({ trajectory }) => trajectory)).toEqual(
          list.flatMap((track, i) => (track === "women" ? [i + 1] : [])),
        );
      }),
    );
  });

  test("every parameter names its source and whether a regulation says so", () => {
    for (const parameter of Object.values(rules))
      if (typeof parameter === "object")
        expect(parameter.source.length, JSON.stringify(parameter)).toBeGreaterThan(5);
  });
});
