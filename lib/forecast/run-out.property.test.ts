import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "@/lib/dates";
import { cents, euros } from "@/lib/money";
import { type RunOut, runOut, type Situation } from "./run-out";

const TODAY = "2026-07-01";
const EIGHT = 800_000;
/** Ten applications of € 8.000 in four weeks, half of them granted. */
const base: Situation = {
  freeCents: euros(400_000),
  claimedCents: cents(0),
  share: 0.5,
  arrivals: { days: 28, count: 10, sumCents: 10 * EIGHT, sumOfSquares: 10 * EIGHT ** 2 },
  today: TODAY,
  until: "2027-12-31",
};
const dayIn = (forecast: RunOut, which: "early" | "on" | "late"): Day | undefined =>
  forecast.kind === "runs-out" ? forecast[which] : undefined;

describe("the day on which the money runs out", () => {
  test("follows from pace, amount and share: € 40.000 in four weeks empties € 400.000 in forty", () => {
    const forecast = runOut(base);
    expect(dayIn(forecast, "on")).toBe(addDays(TODAY, 280));
    expect(dayIn(forecast, "early")).toBe(addDays(TODAY, 234));
    expect(dayIn(forecast, "late")).toBe(addDays(TODAY, 336));
  });

  test.each<[string, Partial<Situation>, RunOut["kind"]]>([
    ["nothing is free", { freeCents: cents(0) }, "gone"],
    ["what is asked takes it all", { claimedCents: euros(800_000) }, "claimed"],
    ["nobody asks", { arrivals: { days: 28, count: 0, sumCents: 0, sumOfSquares: 0 } }, "lasts"],
    ["nothing is ever granted", { share: 0 }, "lasts"],
    ["the window closes today", { until: TODAY }, "lasts"],
    ["the window closes long before", { until: "2026-09-01" }, "lasts"],
  ])("when %s it says %s", (_when, change, kind) => {
    expect(runOut({ ...base, ...change }).kind).toBe(kind);
  });

  test("with next to nothing left the earliest day is tomorrow", () => {
    const arrivals = { days: 38, count: 3, sumCents: 3_826_363, sumOfSquares: 6_359_434_130_597 };
    const [freeCents, share] = [cents(18), 0.999999999987372];
    const forecast = runOut({ ...base, freeCents, claimedCents: freeCents, share, arrivals });
    expect(dayIn(forecast, "early")).toBe(addDays(TODAY, 1));
  });

  test("past the last day only the early day is named", () => {
    const forecast = runOut({ ...base, until: "2027-03-01" });
    expect(forecast).toEqual({
      kind: "runs-out",
      early: addDays(TODAY, 234),
      on: undefined,
      late: undefined,
    });
  });
});

/** A generator with a fixed start, so that every run draws the same. */
function chances(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

test("of many simulated futures a tenth runs out before the early day, and a tenth after the late one", () => {
  const chance = chances(7);
  const perDay = base.arrivals.count / base.arrivals.days;
  const RUNS = 4_000;
  const ends = Array.from({ length: RUNS }, () => {
    let [days, spent] = [0, 0];
    while (spent < base.freeCents) {
      days -= Math.log(chance()) / perDay;
      if (chance() < base.share) spent += EIGHT;
    }
    return addDays(TODAY, Math.ceil(days));
  });
  const forecast = runOut(base);
  const share = (which: "early" | "on" | "late") =>
    ends.filter((day) => day <= (dayIn(forecast, which) ?? "")).length / RUNS;
  expect(share("early")).toBeGreaterThan(0.07);
  expect(share("early")).toBeLessThan(0.13);
  expect(share("on")).toBeGreaterThan(0.45);
  expect(share("on")).toBeLessThan(0.57);
  expect(share("late")).toBeGreaterThan(0.87);
  expect(share("late")).toBeLessThan(0.93);
});

const situations = fc
  .record({
    free: fc.integer({ min: 1, max: 300_000_000 }),
    claimed: fc.integer({ min: 0, max: 100_000_000 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    amounts: fc.array(fc.integer({ min: 500_000, max: 2_500_000 }), { minLength: 1, maxLength: 60 }),
    days: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ free, claimed, share, amounts, days }) => ({
    ...base,
    freeCents: cents(free),
    claimedCents: cents(claimed),
    share,
    until: "2999-12-31",
    arrivals: {
      days,
      count: amounts.length,
      sumCents: amounts.reduce((sum, amount) => sum + amount, 0),
      sumOfSquares: amounts.reduce((sum, amount) => sum + amount ** 2, 0),
    },
  }));

describe("in every situation", () => {
  test("the early day is never after the expected one, nor that after the late one", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const forecast = runOut(situation);
        if (forecast.kind !== "runs-out") return;
        const { early, on = "9999-12-31", late = "9999-12-31" } = forecast;
        expect(early <= on && on <= late).toBe(true);
        expect(early > TODAY).toBe(true);
      }),
    );
  });

  test("more money never runs out sooner, and more claims never later", () => {
    const order = ["gone", "claimed", "runs-out", "lasts"] as const;
    const place = (situation: Situation) => {
      const forecast = runOut(situation);
      return `${order.indexOf(forecast.kind)} ${dayIn(forecast, "on") ?? "9999"}`;
    };
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 50_000_000 }), (situation, more) => {
        const richer = { ...situation, freeCents: cents(situation.freeCents + more) };
        const busier = { ...situation, claimedCents: cents(situation.claimedCents + more) };
        expect(place(richer) >= place(situation)).toBe(true);
        expect(place(busier) <= place(situation)).toBe(true);
      }),
    );
  });
});
