import { expect, test } from "vitest";
import { stoppedOn, suspensionRefusal } from "./suspension";

const running = { today: "2026-10-05", dueOn: "2026-12-30" };

test.each([
  ["tomorrow", "2026-10-06", undefined],
  ["half a year ahead", "2027-04-05", undefined],
  ["today", "2026-10-05", { reason: "resumes-not-later" }],
  ["more than half a year ahead", "2027-04-06", { reason: "suspended-too-long", latest: "2027-04-05" }],
] as const)("a term can be suspended until %s: %s", (_what, resumesOn, refusal) => {
  expect(suspensionRefusal(resumesOn, running)).toEqual(refusal);
});

test("a term is not suspended after its last day, and may still be on it", () => {
  expect(suspensionRefusal("2026-10-20", { ...running, dueOn: "2026-10-04" })).toEqual({
    reason: "term-over",
    dueOn: "2026-10-04",
  });
  expect(suspensionRefusal("2026-10-20", { ...running, dueOn: "2026-10-05" })).toBeUndefined();
});

test("a term has one suspension at a time", () => {
  expect(suspensionRefusal("2026-10-20", { ...running, stoppedUntil: "2026-10-06" })).toEqual({
    reason: "suspended-already",
    resumesOn: "2026-10-06",
  });
  expect(suspensionRefusal("2026-10-20", { ...running, stoppedUntil: "2026-10-05" })).toBeUndefined();
});

test("a suspension that has ended, or whose last day has come, no longer counts", () => {
  const of = (resumesOn: string, endedOn: string | null) => ({ resumesOn, endedOn });
  const open = of("2026-10-06", null);
  expect(stoppedOn([of("2026-10-20", "2026-10-04"), open], "2026-10-05")).toBe(open);
  expect(stoppedOn([of("2026-10-20", "2026-10-04"), open], "2026-10-06")).toBeUndefined();
});
