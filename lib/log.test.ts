import { expect, test } from "vitest";
import { NotFound, StatementRefused } from "./errors";
import { lineOf } from "./log";

const CANARY = "Noor de Wit 123456782";

/** As it was thrown: with the stack that Node made for its message. */
const thrown = (error: Error, facts: object = {}) => Object.assign(error, facts);

test.each([
  ["an error of a library", thrown(new Error(`bad input ${CANARY}`), { code: "22P02" })],
  ["an error over several lines", new TypeError(`first\n    at ${CANARY} (typed.ts:1:1)\nlast`)],
  ["an error within another", thrown(new NotFound("application 1"), { cause: new Error(CANARY) })],
  ["several errors at once", new AggregateError([new Error(CANARY)], CANARY)],
  ["an error that names an address", thrown(new Error("550"), { rejected: [CANARY], response: CANARY })],
  ["a code that is none", thrown(new Error("x"), { code: CANARY, constraint: CANARY })],
  ["a string", CANARY],
  ["an object", { message: CANARY }],
])("%s becomes one line that says nothing of what was typed", (_what, error) => {
  const line = lineOf(error);
  expect(line).not.toContain("Noor");
  expect(line).not.toContain("123456782");
  expect(line).not.toMatch(/[\n\r]/);
});

test("a line tells the kind of error, its code and rule, and where it came from", () => {
  const refused = new StatementRefused(
    { code: "23505", constraint: "applications_one_live_per_window" },
    "23505",
  );
  expect(lineOf(refused)).toMatch(
    /^StatementRefused \(23505, applications_one_live_per_window\): .* at .*log\.test\.ts:\d+/,
  );
  expect(lineOf(thrown(new Error("450 <x@y.example>"), { code: "EENVELOPE", responseCode: 450 }))).toMatch(
    /^Error \(EENVELOPE, 450\) at /,
  );
  expect(lineOf(new NotFound("application 1"))).toMatch(/^NotFound: not found: application 1 at /);
});

test("words of our own cannot make a second line either", () => {
  expect(lineOf(new NotFound("one\r\nworker: two\u2028three"))).toMatch(
    /^NotFound: not found: one worker: two three /,
  );
});
