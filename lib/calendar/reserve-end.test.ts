import { expect, test } from "vitest";
import { asksAgainFrom, refusalsFrom, waitsUntil } from "./reserve-end";

test("consent to wait is for half a year more (Awb 4:15(2)(a))", () =>
  expect(waitsUntil("2026-12-30")).toBe("2027-06-30"));

test("an employer is asked four weeks before a refusal can be proposed, two weeks before the end", () => {
  expect(refusalsFrom("2027-07-10")).toBe("2027-06-26");
  expect(asksAgainFrom("2027-07-10")).toBe("2027-05-29");
});
