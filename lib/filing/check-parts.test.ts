import { expect, test } from "vitest";
import { partOfCheck } from "@/lib/filing/check-parts";

test.each([
  [{ id: "de_minimis" }, "stateAid"],
  [{ id: "insolvency" }, "declarations"],
  [{ id: "hours", trajectory: 2 }, "trajectory:b"],
  [{ id: "hours", trajectory: 3 }, undefined],
  [{ id: "window" }, undefined],
] as const)("%o depends on %s", (check, part) => {
  expect(partOfCheck(check, ["a", "b"])).toBe(part);
});
