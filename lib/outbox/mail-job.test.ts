import { expect, test } from "vitest";
import { mailJobSchema, occasionOf } from "./mail-job";

const applicationId = "0198c0de-0000-7000-8000-000000000001";

test("a job that waited through an upgrade is still understood, as the same occasion", () => {
  const waited = mailJobSchema.parse({ kind: "decision", applicationId, applicationVersion: 5 });
  expect(waited).toEqual({ kind: "decision", applicationId, about: "5" });
  expect(occasionOf(waited)).toBe("decision:5");
});

test.each([["a name"], ["x@y.example"], [""], ["a".repeat(61)]])("about %j is no id or number", (about) =>
  expect(mailJobSchema.safeParse({ kind: "receipt", applicationId, about }).success).toBe(false),
);
