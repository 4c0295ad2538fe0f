import { describe, expect, test } from "vitest";
import { cents, euros } from "@/lib/money";
import { refuse } from "@/lib/result";
import { type Around, planOf, rulesVersionsOf, type WrittenPlan } from "./plan";

const TODAY = "2026-11-24";
const written: WrittenPlan = {
  scheme: "werkgeverssubsidie",
  ceiling: { line: "werkgeverssubsidie", year: 2027 },
  opensOn: "2027-03-01",
  closesOn: "2027-03-31",
  distribution: "window_lottery",
  decisionWeeks: 13,
  rulesVersion: "werkgeverssubsidie-2026",
  publication: "Staatscourant 2026, 12345",
  publishedOn: "2026-11-20",
};
const around: Around = {
  today: TODAY,
  lineScheme: "werkgeverssubsidie",
  ceilingCents: euros(2_000_000),
  others: [],
  isDemo: true,
};
const judged = (change: Partial<WrittenPlan> = {}, there: Partial<Around> = {}) =>
  planOf({ ...written, ...change }, { ...around, ...there });
const other = (opens: string, closes: string) => ({
  others: [{ id: "other", opensAt: new Date(opens), closesAt: new Date(closes) }],
});

describe("a window plan", () => {
  test("opens at nine and closes at five in Dutch time, and divides the ceiling that it names", () => {
    expect(judged()).toMatchObject({
      ok: true,
      value: {
        year: 2027,
        lineId: "werkgeverssubsidie",
        ceilingCents: euros(2_000_000),
        // Summer time began on 28 March.
        opensAt: new Date("2027-03-01T08:00:00Z"),
        closesAt: new Date("2027-03-31T15:00:00Z"),
      },
    });
  });

  test.each([
    ["window_lottery", undefined, "closing"],
    ["day_rank_lot", undefined, "receipt"],
    ["day_rank_lot", "completeness", "completeness"],
  ] as const)("divided by %s, with a term from %s, decides from %s", (distribution, termFrom, from) => {
    expect(judged({ distribution, termFrom })).toMatchObject({ value: { termFrom: from } });
  });

  test("outside the demo has no rules of which an amount or condition is an assumption (Awb 4:23, 4:26)", () => {
    expect(judged({}, { isDemo: false })).toMatchObject({ refusal: { reason: "rules-assumed" } });
  });

  test.each([
    ["opens today", { opensOn: TODAY }, { reason: "opens-too-early" }],
    ["opened before", { opensOn: "2026-11-01" }, { reason: "opens-too-early" }],
    ["closes before it opens", { closesOn: "2027-02-28" }, { reason: "closes-before-opening" }],
    ["closes next year", { closesOn: "2028-01-01" }, { reason: "closes-in-another-year", year: 2027 }],
    ["is not made known yet", { publishedOn: "2026-11-25" }, { reason: "published-later", today: TODAY }],
    [
      "takes rules that keep a number without a base",
      { rulesVersion: "werkgeverssubsidie-2026-nummer" },
      { reason: "rules-of-another-scheme" },
    ],
    [
      "takes rules of another scheme",
      { rulesVersion: "startbaan-2026" },
      { reason: "rules-of-another-scheme" },
    ],
  ] as const)("is refused when it %s", (_what, change, refusal) => {
    expect(judged(change)).toEqual(refuse(refusal));
  });

  test("needs a ceiling, which may be zero", () => {
    expect(judged({}, { ceilingCents: undefined })).toEqual(
      refuse({ reason: "no-ceiling-for-year", year: 2027 }),
    );
    expect(judged({}, { ceilingCents: cents(0) }).ok).toBe(true);
  });

  test.each(["startbaan", undefined] as const)(
    "does not divide a ceiling of %s when it is of another scheme",
    (lineScheme) => {
      expect(judged({}, { lineScheme })).toEqual(refuse({ reason: "ceiling-of-another-scheme" }));
    },
  );

  test("may open in the year before that of its ceiling, and closes in the year itself", () => {
    expect(judged({ opensOn: "2026-12-01", closesOn: "2027-01-31" })).toMatchObject({
      ok: true,
      value: { year: 2027 },
    });
    expect(judged({ opensOn: "2026-12-01", closesOn: "2026-12-31" })).toEqual(
      refuse({ reason: "closes-in-another-year", year: 2027 }),
    );
  });

  test("may open tomorrow, and be open for one day", () => {
    expect(
      judged({
        ceiling: { line: "werkgeverssubsidie", year: 2026 },
        opensOn: "2026-11-25",
        closesOn: "2026-11-25",
      }).ok,
    ).toBe(true);
  });

  test.each([
    ["ends on its first day", "2027-02-01T08:00:00Z", "2027-03-01T16:00:00Z", false],
    ["begins on its last day", "2027-03-31T07:00:00Z", "2027-06-01T15:00:00Z", false],
    ["lies within it", "2027-03-10T08:00:00Z", "2027-03-11T15:00:00Z", false],
    ["lies around it", "2027-01-01T08:00:00Z", "2027-12-31T15:00:00Z", false],
    ["ended the day before", "2027-02-01T08:00:00Z", "2027-02-28T16:00:00Z", true],
    ["begins the day after", "2027-04-01T07:00:00Z", "2027-06-01T15:00:00Z", true],
  ])("beside a window that %s", (_what, opens, closes, allowed) => {
    const result = judged({}, other(opens, closes));
    expect(result.ok).toBe(allowed);
    if (!result.ok) expect(result.refusal.reason).toBe("overlaps");
  });
});

test("the newest rules of a scheme are offered first", () => {
  expect(rulesVersionsOf("werkgeverssubsidie")).toEqual([
    "werkgeverssubsidie-2026",
    "werkgeverssubsidie-2025",
  ]);
});
