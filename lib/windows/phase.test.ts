import { expect, test } from "vitest";
import { windowPhase } from "./phase";

const window = { opensAt: new Date("2026-06-01T07:00:00Z"), closesAt: new Date("2026-09-30T15:00:00Z") };
const at = (moment: string) => windowPhase(window, new Date(moment));

test("there is no phase without a window", () => {
  expect(windowPhase(null, new Date("2026-06-01T07:00:00Z"))).toEqual({ phase: "none" });
});

test("before it opens, the days to the opening count", () => {
  expect(at("2026-05-30T12:00:00Z")).toEqual({ phase: "upcoming", days: 2 });
});

test("it opens at its opening moment and closes after its closing moment", () => {
  expect(at("2026-06-01T07:00:00Z")).toEqual({ phase: "open", days: 121 });
  expect(at("2026-09-30T15:00:00Z")).toEqual({ phase: "open", days: 0 });
  expect(at("2026-09-30T15:00:00.001Z")).toEqual({ phase: "closed" });
});

test("days are days in the Netherlands", () => {
  expect(at("2026-09-28T22:30:00Z")).toEqual({ phase: "open", days: 1 });
});
