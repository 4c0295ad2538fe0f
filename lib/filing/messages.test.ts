import { expect, test } from "vitest";
import { problemOf } from "@/lib/filing/messages";
import type { Refusal } from "@/lib/filing/refusals";
import problems from "@/lib/i18n/nl/problems.json";

const MOMENT = new Date("2026-06-01T07:00:00Z");
const REFUSALS: Refusal[] = [
  { reason: "not-open-yet", opensAt: MOMENT },
  { reason: "closed", closedAt: MOMENT },
  { reason: "exists-elsewhere" },
  { reason: "exists", applicationId: "a", isDraft: true },
  { reason: "not-a-draft", state: "submitted" },
  { reason: "changed-elsewhere", theirs: {}, revision: 2 },
  { reason: "full", most: 4 },
  { reason: "enough-invited", most: 10 },
  { reason: "incomplete", parts: [] },
  { reason: "changed-since-check" },
  { reason: "checks", failed: [] },
  { reason: "too-late", state: "granted" },
];

test.each(REFUSALS)("the refusal $reason has words", (refusal) => {
  expect(problems).toHaveProperty(problemOf(refusal).code);
});

test("moments are passed unformatted, and the screen formats them", () => {
  expect(problemOf({ reason: "closed", closedAt: MOMENT }).values).toEqual({ closedAt: MOMENT });
});
