import { expect, test } from "vitest";
import { mailJobSchema, occasionOf } from "./mail-job";

const applicationId = "0198c0de-0000-7000-8000-000000000001";

test("the occasion of a job is its kind and its subject", () => {
  expect(occasionOf(mailJobSchema.parse({ kind: "decision", applicationId, about: "5" }))).toBe("decision:5");
});

test.each([["a name"], ["x@y.example"], [""], ["a".repeat(61)]])("about %j is no id or number", (about) =>
  expect(mailJobSchema.safeParse({ kind: "receipt", applicationId, about }).success).toBe(false),
);
