import { describe, expect, test } from "vitest";
import { destinationOf, safeNext } from "./destination";

describe("where a next parameter may lead", () => {
  test.each([
    "/applications",
    "/applications/0199?step=2",
    "/schemes/startbaan",
    "/",
    "/budget?year=2026&year=2027",
  ])("%s is a page of ours", (next) => expect(safeNext(next)).toBe(next));

  test.each([
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/%2e//evil.example",
    "javascript:alert(1)",
    "applications",
    " /applications",
    "",
    "/sign-in?next=/sign-in",
    "/sign-in",
    "/signed-out",
    "/api/auth/sign-out",
    "/x/../api/health",
    `/${"a".repeat(1_000)}`,
    undefined,
    null,
    ["/applications", "/cases"],
  ])("%j is not followed", (next) => expect(safeNext(next)).toBeUndefined());

  test("what comes after # stays with the browser", () => {
    expect(safeNext("/applications#top")).toBe("/applications");
  });
});

describe("where a person goes after signing in", () => {
  const employer = { kind: "employer", roles: [] } as const;
  const staff = (...roles: ("reviewer" | "decider" | "auditor" | "budget_holder")[]) =>
    ({ kind: "staff", roles }) as const;

  test.each([
    [employer, undefined, "/applications"],
    [employer, "/applications/1", "/applications/1"],
    [employer, "/cases/1", "/applications"],
    [employer, "/casesshop", "/casesshop"],
    [employer, "https://evil.example", "/applications"],
    [staff("reviewer"), undefined, "/cases"],
    [staff("decider"), "/cases/1", "/cases/1"],
    [staff("auditor"), undefined, "/cases"],
    [staff("auditor"), "/applications/1", "/cases"],
    [staff("budget_holder"), undefined, "/budget"],
    [staff("budget_holder"), "/organisation", "/budget"],
  ])("%j headed for %j goes to %s", (person, next, place) => expect(destinationOf(person, next)).toBe(place));
});
