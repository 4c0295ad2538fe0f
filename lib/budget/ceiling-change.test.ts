import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, euros } from "@/lib/money";
import {
  changeOfAmount,
  discrepancyOf,
  figureCents,
  type LineNow,
  releaseOfEarmark,
  resolutionOf,
  transferOf,
} from "./ceiling-change";

const TODAY = "2026-06-01";
const line = (more: Partial<LineNow> = {}): LineNow => ({
  line: "werkgeverssubsidie",
  year: 2026,
  earmark: null,
  municipal: false,
  scheme: "werkgeverssubsidie",
  isDivided: true,
  figures: {
    ceilingCents: euros(100),
    committedCents: euros(40),
    reservedCents: euros(10),
    releasesOn: null,
  },
  undecided: 0,
  ...more,
});
const earmark = (releasesOn: string | null) =>
  line({
    line: "werkgeverssubsidie-vrouwen",
    earmark: "women",
    figures: { ceilingCents: euros(10), committedCents: euros(2), reservedCents: cents(0), releasesOn },
  });
const root = (more: Partial<LineNow> = {}): LineNow =>
  line({
    line: "vjn-2025",
    figures: {
      ceilingCents: euros(11_600_000),
      committedCents: euros(0),
      reservedCents: cents(0),
      releasesOn: null,
    },
    ...more,
  });

describe("another amount", () => {
  test("is a first ceiling, a raise or a lowering, depending on the present one", () => {
    const { figures: _none, ...blank } = line();
    expect(changeOfAmount(blank, euros(5), TODAY)).toMatchObject({ value: { kind: "set", fromCents: null } });
    expect(changeOfAmount(line(), euros(120), TODAY)).toMatchObject({ value: { kind: "raise" } });
    expect(changeOfAmount(line(), euros(50), TODAY)).toMatchObject({
      value: { kind: "lower", fromCents: euros(100), toCents: euros(50) },
    });
  });

  test("is never below the committed and reserved amount, and may always be higher (Awb 4:27(2))", () => {
    fc.assert(
      fc.property(fc.nat(300), (amount) => {
        const asked = changeOfAmount(line(), euros(amount), TODAY);
        expect(asked.ok).toBe(amount >= 50 && amount !== 100);
      }),
    );
    expect(changeOfAmount(line(), euros(49.99), TODAY)).toMatchObject({
      refusal: { reason: "below-committed", committedCents: euros(40), reservedCents: euros(10) },
    });
  });

  test.each([
    ["money of municipalities", line({ municipal: true }), "municipal"],
    ["a year that is over", line({ year: 2025 }), "year-over"],
    ["money kept for women, downwards", earmark(null), "earmark-is-released"],
    ["a total of which the source gives two, not resolved", root(), "needs-resolution"],
  ])("is refused for %s", (_what, now, reason) =>
    expect(changeOfAmount(now, euros(5), TODAY)).toMatchObject({ refusal: { reason } }),
  );

  test("does not undo a resolution, and may be any amount after one", () => {
    const resolved = root({ resolvedAs: "printed" });
    expect(changeOfAmount(resolved, euros(11_900_000), TODAY)).toMatchObject({
      refusal: { reason: "needs-resolution" },
    });
    expect(changeOfAmount(resolved, euros(12_500_000), TODAY).ok).toBe(true);
  });
});

describe("releasing a women's earmark", () => {
  test("may happen today or later, before its own release day", () => {
    for (const day of [TODAY, "2026-09-30"])
      expect(releaseOfEarmark(earmark("2026-10-01"), day, TODAY)).toMatchObject({
        value: { kind: "release", releasesOn: day },
      });
    expect(releaseOfEarmark(earmark(null), "2026-12-31", TODAY).ok).toBe(true);
  });

  test.each([
    ["a line that keeps nothing", line(), TODAY, "not-an-earmark"],
    ["a day before today", earmark(null), "2026-05-31", "release-in-the-past"],
    ["a later day than it had", earmark("2026-10-01"), "2026-10-01", "release-not-earlier"],
    ["what is free already", earmark(TODAY), TODAY, "already-released"],
  ])("is refused for %s", (_what, now, day, reason) =>
    expect(releaseOfEarmark(now, day, TODAY)).toMatchObject({ refusal: { reason } }),
  );
});

describe("the two totals of 2026", () => {
  test("are 11.6 as printed and 11.9 added up; either may be chosen, and chosen again", () => {
    expect(resolutionOf(root(), "printed", TODAY)).toMatchObject({
      value: { kind: "resolve", toCents: euros(11_600_000), figure: "printed" },
    });
    expect(resolutionOf(root({ resolvedAs: "printed" }), "added_up", TODAY)).toMatchObject({
      value: { toCents: euros(11_900_000), figure: "added_up" },
    });
  });

  test("may not be chosen in a year with one total, a second time, or below the committed amount", () => {
    expect(resolutionOf(root({ year: 2027 }), "printed", TODAY)).toMatchObject({
      refusal: { reason: "no-discrepancy" },
    });
    expect(resolutionOf(root({ resolvedAs: "printed" }), "printed", TODAY)).toMatchObject({
      refusal: { reason: "already-resolved" },
    });
    const spent = {
      ceilingCents: euros(11_900_000),
      committedCents: euros(11_700_000),
      reservedCents: cents(0),
      releasesOn: null,
    };
    expect(resolutionOf(root({ figures: spent, resolvedAs: "added_up" }), "printed", TODAY)).toMatchObject({
      refusal: { reason: "below-committed" },
    });
  });

  test("exist for the root of the table only", () => {
    expect(discrepancyOf("actieagenda", 2026)).toBeUndefined();
    const found = discrepancyOf("vjn-2025", 2026);
    expect(found && figureCents(found, "added_up")).toBe(euros(11_900_000));
  });
});

describe("a transfer", () => {
  const target = { line: "werkgeverssubsidie" as const, year: 2027 };
  const NEXT_YEAR = "2027-01-05";
  const asked = (now: LineNow, amount: number, hasTarget = true, today = NEXT_YEAR) =>
    transferOf(now, { target, hasTarget, amountCents: euros(amount) }, today);

  test("moves what is free and never more, and takes from the ceiling what it moves", () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(60), fc.nat(60), (amount, committed, reserved) => {
        const figures = {
          ceilingCents: euros(100),
          committedCents: euros(committed),
          reservedCents: euros(reserved),
          releasesOn: null,
        };
        const change = asked(line({ figures }), amount);
        expect(change.ok).toBe(amount > 0 && amount <= 100 - committed - reserved);
        if (change.ok)
          expect(change.value).toMatchObject({ kind: "transfer", toCents: euros(100 - amount), target });
      }),
    );
  });

  test.each([
    ["before the year is over", asked(line(), 10, true, "2026-12-31"), "transfer-before-year-over"],
    ["while an application is undecided", asked(line({ undecided: 1 }), 10), "transfer-waited-for"],
    ["to a ceiling that does not exist", asked(line(), 10, false), "transfer-no-target"],
    ["to itself", asked(line({ year: 2027 }), 10, true, "2028-01-05"), "transfer-to-itself"],
    [
      "of a line on which no application books",
      asked(line({ isDivided: false }), 10),
      "transfer-not-divided",
    ],
    ["of municipal money", asked(line({ municipal: true }), 10), "municipal"],
  ])("is refused %s", (_when, change, reason) => expect(change).toMatchObject({ refusal: { reason } }));
});
