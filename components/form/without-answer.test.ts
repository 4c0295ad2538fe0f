import { expect, test } from "vitest";
import { Busy, OutcomeUnknown, Unavailable } from "@/lib/errors";
import { problemWithoutAnswer, UNCERTAIN } from "./without-answer";

/** The part of a server error that reaches the browser. */
const asHeard = (error: Error) =>
  Object.assign(new Error("An error occurred"), { digest: (error as Error & { digest?: string }).digest });

test.each([
  ["a database that is away", asHeard(new Unavailable()), "website_away"],
  ["a lock that did not come free", asHeard(new Busy()), "website_busy"],
  ["a commit without an answer", asHeard(new OutcomeUnknown()), "outcome_unknown"],
  [
    "any other error of the server",
    asHeard(Object.assign(new Error(), { digest: "123" })),
    "outcome_unknown",
  ],
  ["a line that broke", new TypeError("Failed to fetch"), "no_answer"],
])("%s has a sentence of its own", (_what, error, code) => {
  expect(problemWithoutAnswer(error)).toEqual({ field: "", code });
});

test("only with an unknown outcome the form leads to the page that shows it", () => {
  expect(UNCERTAIN).toEqual(["outcome_unknown", "no_answer"]);
});
