import { expect, test } from "vitest";
import { countPlaywright, countVitest, total, withCrash } from "./count";

test("skipped and unwritten tests count as failed", () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 4 });
});

test("a browser test that passed at a second try counts as failed", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 };
  expect(countPlaywright({ stats })).toEqual({ passed: 7, failed: 3 });
});

test("a part that crashed after its tests had passed has failed", () => {
  expect(withCrash({ passed: 9, failed: 0 }, 1)).toEqual({ passed: 9, failed: 1 });
  expect(withCrash({ passed: 9, failed: 0 }, null)).toEqual({ passed: 9, failed: 1 });
  expect(withCrash({ passed: 9, failed: 2 }, 1)).toEqual({ passed: 9, failed: 2 });
  expect(withCrash({ passed: 9, failed: 0 }, 0)).toEqual({ passed: 9, failed: 0 });
});

test("the parts add up", () => {
  expect(
    total([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
