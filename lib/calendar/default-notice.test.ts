import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/dates";
import { delayRefusal } from "@/lib/deadlines/delay";
import { euros } from "@/lib/money";
import { defaultCounter, defaultRefusal } from "./default-notice";

const RECEIVED = "2026-03-02";
const counterOn = (today: string) => defaultCounter(RECEIVED, { today });

describe("a notice of default received on 2 March", () => {
  test.each([
    ["2026-03-16", 0, 0, "two weeks to decide"],
    ["2026-03-17", 1, 23, "the first day of the penalty"],
    ["2026-03-30", 14, 322, "fourteen days at € 23"],
    ["2026-03-31", 15, 357, "then € 35"],
    ["2026-04-13", 28, 812, "fourteen of those"],
    ["2026-04-14", 29, 857, "then € 45"],
    ["2026-04-27", 42, 1442, "the most it comes to"],
    ["2027-04-27", 42, 1442, "and it stays at that"],
  ])("on %s is at %i days and € %i: %s", (today, days, owed) =>
    expect(counterOn(today)).toMatchObject({
      ...{ days, owedCents: euros(owed), penaltyFrom: "2026-03-17" },
      ...{ penaltyUntil: "2026-04-27", setBy: "2026-05-11" },
    }),
  );

  test("stops at the decision, whose own day does not count", () => {
    const decided = (decidedOn: string) => defaultCounter(RECEIVED, { today: "2027-01-01", decidedOn }).days;
    expect(decided("2026-03-10")).toBe(0);
    expect(decided("2026-03-17")).toBe(0);
    expect(decided("2026-03-18")).toBe(1);
    expect(decided("2026-12-31")).toBe(42);
  });

  test("costs the sum of its days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (after) => {
        let owed = 0;
        for (let day = 1; day <= after; day++) {
          const penaltyDay = day - 14;
          if (penaltyDay >= 1 && penaltyDay <= 42) owed += penaltyDay <= 14 ? 23 : penaltyDay <= 28 ? 35 : 45;
        }
        expect(counterOn(addDays(RECEIVED, after)).owedCents).toBe(euros(owed));
      }),
      { numRuns: 1000, seed: 20261124 },
    );
  });

  test("counts only once the term has passed", () => {
    const on = (dueOn: string, today = "2026-03-02") => defaultRefusal(RECEIVED, { dueOn, today })?.reason;
    expect(on("2026-03-01")).toBeUndefined();
    expect(on("2026-03-02")).toBe("not-in-default");
    expect(on("2026-03-01", "2026-03-01")).toBe("received-later-than-today");
  });
});

describe("a new date for the decision", () => {
  const term = { dueOn: "2026-12-30", today: "2026-12-01" };
  test.each([
    ["2026-12-31", undefined],
    ["2027-03-31", undefined],
    ["2026-12-30", "delay-not-later"],
    ["2026-11-01", "delay-not-later"],
    ["2027-04-01", "delay-too-long"],
  ])("%s: %s", (day, reason) => expect(delayRefusal(day, term)?.reason).toBe(reason));
  test("comes after today once the term has passed", () =>
    expect(delayRefusal("2027-01-05", { ...term, today: "2027-01-05" })).toEqual({
      reason: "delay-not-later",
      dueOn: "2027-01-05",
    }));
});
