import { describe, expect, test } from "vitest";
import { check } from "@/lib/schemes/check";
import { countsOf, MANUAL_CHECKS, settleable } from "./manual-checks";

const name = (variant: string) => check("account_name", "attention", "a", {}, { variant });
const register = (variant: string) => check("registration", "attention", "a", {}, { variant });
const shared = check("shared_account", "attention", "a");
const passed = check("window", "pass", "a");
const failed = check("insolvency", "fail", "a");

describe("a check that a reviewer can settle by hand", () => {
  test("is only one that no outside service answered", () => {
    expect(settleable([name("not_checked"), register("not_asked"), shared, passed])).toEqual([
      ...MANUAL_CHECKS,
    ]);
    expect(settleable([name("no_match"), name("close_match"), register("unknown"), shared])).toEqual([]);
    expect(settleable([check("account_name", "pass", "a")])).toEqual([]);
  });

  test("is no longer an attention point; all others remain, and a failure stays a failure", () => {
    const checks = [name("not_checked"), register("not_asked"), shared, passed, failed];
    expect(countsOf(checks, [])).toEqual({ attention: 3, failed: 1 });
    expect(countsOf(checks, ["account_name"])).toEqual({ attention: 2, failed: 1 });
    expect(countsOf(checks, [...MANUAL_CHECKS])).toEqual({ attention: 1, failed: 1 });
    expect(countsOf([name("no_match")], [...MANUAL_CHECKS])).toEqual({ attention: 1, failed: 0 });
  });

  test("changes nothing when no check could be made", () =>
    expect(countsOf([], [...MANUAL_CHECKS])).toEqual({ attention: null, failed: null }));
});
