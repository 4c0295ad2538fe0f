import { expect, test } from "vitest";
import problems from "@/lib/i18n/nl/problems.json";
import { DOCUMENT_PROBLEMS, uploadProblem } from "./upload-problems";

test.each(DOCUMENT_PROBLEMS)("%s has a sentence of its own", (code) => {
  const others = Object.entries(problems).filter(([key]) => key !== code);
  expect(problems[code].length).toBeGreaterThan(20);
  expect(others.map(([, sentence]) => sentence)).not.toContain(problems[code]);
  expect(uploadProblem(code).code).toBe(code);
});
