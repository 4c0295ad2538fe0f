import { describe, expect, test } from "vitest";
import type { LineYear } from "@/lib/budget/allocation";
import { cents, euros } from "@/lib/money";
import { rulesFor } from "@/lib/schemes/rules";
import type { Track } from "@/lib/vocabulary/scheme";
import { type Change, type WaitingCase, whatIf } from "./what-if";

const TODAY = "2026-07-01";
const LEAF = "werkgeverssubsidie";
const line = (
  name: string,
  parent: string | null,
  ceiling: number,
  earmark: Track | null = null,
): LineYear => ({
  ...{ line: name, parent, year: 2026, earmark, releasesOn: null },
  ceilingCents: euros(ceiling),
  committedCents: cents(0),
  reservedCents: cents(0),
});
/** € 20.000 for the scheme, € 8.000 of it for women, under a line that has enough. */
const budget = {
  leaf: LEAF,
  lines: [
    line("root", null, 1_000_000),
    line(LEAF, "root", 20_000),
    line(`${LEAF}-vrouwen`, LEAF, 8_000, "women"),
  ],
};
const waiting = (...tracks: Track[]): WaitingCase[] =>
  tracks.map((track, index) => ({
    id: `${index + 1}`,
    reference: `WS-${index + 1}`,
    rankDay: "2026-06-01",
    rules: rulesFor("werkgeverssubsidie-2026"),
    trajectories: [{ number: 1, track }],
  }));
const inside = (cases: readonly WaitingCase[], change: Change = {}) => [
  ...whatIf(cases, budget, change, TODAY).inside,
];

describe("the applications that fit", () => {
  test("without a change: the general part in order, and women's trajectories on their earmark", () => {
    expect(inside(waiting("general", "general", "women"))).toEqual(["1", "3"]);
  });

  test("a higher ceiling admits the next one, a lower one drops the last one", () => {
    const cases = waiting("general", "general", "general");
    expect(inside(cases, { ceilingCents: euros(24_000) })).toEqual(["1", "2"]);
    expect(inside(cases, { ceilingCents: euros(10_000) })).toEqual([]);
  });

  test("a lower earmark leaves more for all", () => {
    expect(inside(waiting("general", "general", "women"), { womenCents: cents(0) })).toEqual(["1", "2"]);
  });

  test("a lower amount per trajectory admits more of them", () => {
    const outlook = whatIf(waiting("general", "general", "general"), budget, { amountPercent: 50 }, TODAY);
    expect(outlook).toMatchObject({ insideCount: 3, insideCents: euros(12_000), outsideCount: 0 });
  });

  test("a ceiling never goes below the committed amount", () => {
    const tied = budget.lines.map((l) => (l.earmark ? l : { ...l, committedCents: euros(12_000) }));
    const outlook = whatIf(
      waiting("general"),
      { leaf: LEAF, lines: tied },
      { ceilingCents: euros(1) },
      TODAY,
    );
    expect(outlook).toMatchObject({ insideCount: 0, outsideCount: 1, outsideCents: euros(8_000) });
  });
});
