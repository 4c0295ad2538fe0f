import { describe, expect, test } from "vitest";
import { check } from "@/lib/schemes/check";
import { countsOf, MANUAL_CHECKS, settleable } from "./manual-checks";

const name = (variant: string) => check("account_name", "attention", "a", {}, { variant });
const register = (variant: string) => check("registration", "attention", "a", {}, { variant });
const shared = check("shared_account", "attention", "a");
const passed = check("window", "pass", "a");
const failed = check("insolvency", "fail", "a");

describe("what a reviewer can settle with his own eyes", () => {
  test("is only what nobody outside could be asked", () => {
    expect(settleable([name("not_checked"), register("not_asked"), shared, passed])).toEqual([
      ...MANUAL_CHECKS,
    ]);
    expect(settleable([name("no_match"), name("close_match"), register("unknown"), shared])).toEqual([]);
    expect(settleable([check("account_name", "pass", "a")])).toEqual([]);
  });

  test("no longer asks for a look; everything else still does, and a failure stays one", () => {
    const checks = [name("not_checked"), register("not_asked"), shared, passed, failed];
    expect(countsOf(checks, [])).toEqual({ attention: 3, failed: 1 });
    expect(countsOf(checks, ["account_name"])).toEqual({ attention: 2, failed: 1 });
    expect(countsOf(checks, [...MANUAL_CHECKS])).toEqual({ attention: 1, failed: 1 });
    expect(countsOf([name("no_match")], [...MANUAL_CHECKS])).toEqual({ attention: 1, failed: 0 });
  });

  test("settles nothing when nothing could be checked", () =>
    expect(countsOf([], [...MANUAL_CHECKS])).toEqual({ attention: null, failed: null }));
});
