import { describe, expect, test } from "vitest";
import { validSections } from "@/db/testing/answers";
import { SECTION_SCHEMAS } from "./answers";
import { registerAnswers } from "./register";
import { sbiDigits, sbiVersionOf } from "./sbi";

describe("the edition of an SBI code", () => {
  test.each([
    ["four digits, typed", "4711", false, "2008"],
    ["four digits that the register still gives", "4711", true, "2008"],
    ["a division that the new edition has not", "45112", false, "2008"],
    ["five digits of the register", "56101", true, "2025"],
    ["five digits that were typed", "56101", false, "unknown"],
  ] as const)("%s", (_what, code, isInRegister, version) => {
    expect(sbiVersionOf(code, isInRegister)).toBe(version);
  });

  test("is kept beside the code, whether the register answers or not", () => {
    const activities = [{ code: "56101", description: "Restaurants" }];
    const entry = { name: "", legalForm: "", isActive: true, rsin: null, address: null, branches: [] };
    const found = { found: { ...entry, activities } };
    expect(registerAnswers(found, { sbiCode: " 56.10.1 " })).toMatchObject({
      sbiVersion: "2025",
      sbiDescription: "Restaurants",
    });
    expect(registerAnswers(found, { sbiCode: "88103" })).toMatchObject({ sbiVersion: "unknown" });
    expect(registerAnswers({ problem: "not_asked" }, { sbiCode: "4711" })).toMatchObject({
      sbiVersion: "2008",
    });
    expect(registerAnswers({ problem: "not_asked" }, { sbiCode: "" })).not.toHaveProperty("sbiVersion");
  });
});

test.each(["56101", "56.10.1", " 56 10 1 "])("a code is read as it is written: %j", (typed) => {
  expect(sbiDigits(typed)).toBe("56101");
  expect(SECTION_SCHEMAS.company.parse({ ...validSections().company, sbiCode: typed }).sbiCode).toBe("56101");
});

test.each(["561", "561011", "5610a", ""])("is no code: %j", (typed) => {
  expect(SECTION_SCHEMAS.company.safeParse({ ...validSections().company, sbiCode: typed }).success).toBe(
    false,
  );
});
