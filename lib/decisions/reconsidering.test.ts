import { expect, test } from "vitest";
import { isReconsidered } from "./reconsidering";

test.each([
  ["refuse", ["ceiling"], true],
  ["refuse", ["ceiling", "conditions"], false],
  ["refuse", ["conditions"], false],
  ["refuse", [], false],
  ["grant_in_part", ["ceiling"], false],
  ["not_treat", ["ceiling"], false],
])("%s for %j is reconsidered when money is released: %s", (outcome, grounds, is) => {
  expect(isReconsidered({ outcome, grounds })).toBe(is);
});
