import { describe, expect, test } from "vitest";
import type { Part, PartProgress, PartState } from "@/lib/answers/draft";
import { nextStep, partHref, stepHref } from "@/lib/filing/next-step";

const draft = (...parts: [Part, PartState][]) => ({
  progress: parts.map(([part, state]): PartProgress => ({ part, state, problems: [] })),
  missingDocuments: [],
});

describe("the next step of a draft", () => {
  test("starts with the company", () => {
    expect(nextStep(draft(["company", "todo"], ["stateAid", "todo"]))).toEqual({
      kind: "part",
      part: "company",
    });
  });

  test("is the first trajectory once the company is done", () => {
    expect(nextStep(draft(["company", "done"], ["stateAid", "todo"]))).toEqual({ kind: "add-trajectory" });
    expect(nextStep(draft(["company", "done"], ["stateAid", "done"]))).toEqual({ kind: "add-trajectory" });
  });

  test("is after the part that was just saved, and then the parts that were left open", () => {
    const parts = draft(
      ["company", "started"],
      ["trajectory:a", "done"],
      ["stateAid", "todo"],
      ["bank", "done"],
    );
    expect(nextStep(parts, "trajectory:a")).toEqual({ kind: "part", part: "stateAid" });
    expect(nextStep(parts, "bank")).toEqual({ kind: "part", part: "company" });
  });

  test("is a required file once every part is done", () => {
    const parts = draft(["company", "done"], ["trajectory:a", "done"]);
    const missingDocuments = ["bank_statement" as const];
    expect(nextStep({ ...parts, missingDocuments })).toEqual({ kind: "documents" });
    const open = draft(["company", "done"], ["trajectory:a", "done"], ["bank", "todo"]);
    expect(nextStep({ ...open, missingDocuments })).toEqual({ kind: "part", part: "bank" });
  });

  test("is the check page at the end", () => {
    expect(nextStep(draft(["company", "done"], ["trajectory:a", "done"]))).toEqual({ kind: "check" });
  });
});

test("every step has an address", () => {
  expect(partHref("1", "stateAid")).toBe("/applications/1/state-aid");
  expect(partHref("1", "trajectory:a")).toBe("/applications/1/trajectories/a");
  expect(stepHref("1", { kind: "documents" })).toBe("/applications/1/documents");
  expect(stepHref("1", { kind: "check" })).toBe("/applications/1/check");
  expect(stepHref("1", { kind: "add-trajectory" })).toBe("/applications/1");
});
