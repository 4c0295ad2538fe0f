import { expect, test } from "vitest";
import { assumedIn, assumesAmounts } from "./assumed";
import { ALL_RULES, type Rules, rulesFor } from "./rules";

const settled = (rules: Rules): Rules =>
  Object.fromEntries(
    Object.entries(rules).map(([name, it]) => [
      name,
      typeof it === "object" ? { ...it, kind: "regulation" } : it,
    ]),
  ) as Rules;

test("amounts and conditions that no regulation gives are named", () => {
  expect(assumedIn(rulesFor("startbaan-2026"))).toEqual(
    expect.arrayContaining(["amountsCents", "minimumHoursPerWeek", "permitCategories"]),
  );
  expect(assumedIn(rulesFor("werkgeverssubsidie-2025"))).not.toContain("amountsCents");
});

test.each(ALL_RULES)(
  "$id that a regulation gives in full has none, whatever the portal assumes for itself",
  (rules) => {
    const known = settled(rules);
    expect([assumedIn(known), assumesAmounts(known)]).toEqual([[], false]);
    const own = {
      ...known,
      planMinimumCharacters: { ...known.planMinimumCharacters, kind: "assumption" as const },
    };
    expect(assumedIn(own)).toEqual([]);
  },
);
