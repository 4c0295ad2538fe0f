import { describe, expect, test } from "vitest";
import type { Part, PartProgress, PartState } from "@/lib/applications/draft";
import { nextStep, partHref, stepHref } from "@/lib/applications/next-step";

const draft = (...parts: [Part, PartState][]): PartProgress[] =>
  parts.map(([part, state]) => ({ part, state, problems: [] }));

describe("the next step of a draft", () => {
  test("starts with the company", () => {
    expect(nextStep(draft(["company", "todo"], ["stateAid", "todo"]))).toEqual({
      kind: "part",
      part: "company",
    });
  });

  test("asks for a first trajectory once the company is done, before anything else", () => {
    expect(nextStep(draft(["company", "done"], ["stateAid", "todo"]))).toEqual({ kind: "add-trajectory" });
    expect(nextStep(draft(["company", "done"], ["stateAid", "done"]))).toEqual({ kind: "add-trajectory" });
  });

  test("goes on after the part that was just saved, and comes back for what was left open", () => {
    const parts = draft(
      ["company", "started"],
      ["trajectory:a", "done"],
      ["stateAid", "todo"],
      ["bank", "done"],
    );
    expect(nextStep(parts, "trajectory:a")).toEqual({ kind: "part", part: "stateAid" });
    expect(nextStep(parts, "bank")).toEqual({ kind: "part", part: "company" });
  });

  test("ends with looking everything over", () => {
    expect(nextStep(draft(["company", "done"], ["trajectory:a", "done"]))).toEqual({ kind: "check" });
  });
});

test("every step has an address", () => {
  expect(partHref("1", "stateAid")).toBe("/applications/1/state-aid");
  expect(partHref("1", "trajectory:a")).toBe("/applications/1/trajectories/a");
  expect(stepHref("1", { kind: "check" })).toBe("/applications/1/check");
  expect(stepHref("1", { kind: "add-trajectory" })).toBe("/applications/1");
});
