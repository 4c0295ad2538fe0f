import { expect, test } from "vitest";
import problems from "@/lib/i18n/nl/problems.json";
import { codeOf, DOCUMENT_PROBLEMS, problemOf } from "./messages";

test.each(DOCUMENT_PROBLEMS)("%s has a sentence of its own", (code) => {
  const others = Object.entries(problems).filter(([key]) => key !== code);
  expect(problems[code].length).toBeGreaterThan(20);
  expect(others.map(([, sentence]) => sentence)).not.toContain(problems[code]);
  expect(problemOf(code).code).toBe(code);
});

test.each([
  ["docx", "document_word"],
  ["heic", "document_heic"],
  ["exe", "document_wrong_type"],
  [undefined, "document_wrong_type"],
])("a file that looks like %s is named as such", (looksLike, code) =>
  expect(codeOf({ reason: "wrong-type", looksLike })).toBe(code),
);
