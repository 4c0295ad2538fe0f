import { describe, expect, test } from "vitest";
import { aSecondContact, validSections } from "@/db/testing/answers";
import { reachableAt } from "@/lib/mail/contacts";
import { sectionProblems } from "./form-schemas";
import {
  type Branch,
  branchChoices,
  knownFromRegister,
  type RegisterAnswer,
  registerAnswers,
  withBranchAddress,
} from "./register";

const MAIN = { street: "Markt", houseNumber: "1", postcode: "3511 AA", city: "Utrecht" };
const OTHER = { street: "Dorpsstraat", houseNumber: "2 B", postcode: "8011 AA", city: "Zwolle" };
const NOTHING = { street: "", houseNumber: "", postcode: "", city: "" };
const BRANCHES: Branch[] = [
  { number: "000000000001", name: "Hoofdvestiging", address: MAIN },
  { number: "000000000002", name: "Zwolle", address: OTHER },
  { number: "000000000003", name: "Afgeschermd", address: null },
];

const found = (branches: Branch[], rsin: string | null = "857587973"): RegisterAnswer => ({
  found: {
    name: "Test",
    legalForm: "BeslotenVennootschap",
    isActive: true,
    rsin,
    address: MAIN,
    branches,
    activities: [{ code: "56101", description: "Restaurants" }],
  },
});

describe("the address of a branch", () => {
  test.each([
    ["fills in what is empty", { ...NOTHING, branchNumber: "000000000002" }, OTHER],
    ["takes the place of that of another branch", { ...MAIN, branchNumber: "000000000002" }, OTHER],
    [
      "leaves what was typed by hand",
      { ...MAIN, houseNumber: "1 C", branchNumber: "000000000002" },
      { ...MAIN, houseNumber: "1 C" },
    ],
    ["that is shielded stays away", { ...NOTHING, branchNumber: "000000000003" }, NOTHING],
    ["is nothing to another place", { ...NOTHING, branchNumber: "other" }, NOTHING],
  ])("%s", (_what, answers, address) => {
    expect(withBranchAddress(answers, BRANCHES)).toEqual({ ...answers, ...address });
  });
});

describe("what the register knows", () => {
  test("is filled in when there is one branch, and follows the choice among several", () => {
    expect(knownFromRegister(found(BRANCHES.slice(0, 1)))).toEqual({ sbiCode: "56101", ...MAIN });
    expect(knownFromRegister(found([]))).toEqual({ sbiCode: "56101", ...MAIN });
    expect(knownFromRegister(found(BRANCHES))).toEqual({ sbiCode: "56101" });
    expect(knownFromRegister({ problem: "not_asked" })).toEqual({});
  });

  test("is a choice when there are several branches", () => {
    expect(branchChoices(found(BRANCHES))).toEqual(BRANCHES);
    expect(branchChoices(found(BRANCHES.slice(0, 1)))).toEqual([]);
    expect(branchChoices({ problem: "unknown" })).toEqual([]);
  });

  test("is kept beside the answers, with the branch that was chosen", () => {
    const typed = { ...NOTHING, branchNumber: "000000000002", sbiCode: "56101" };
    expect(registerAnswers(found(BRANCHES), typed)).toEqual({
      ...OTHER,
      register: "active",
      branches: "several",
      branchNumber: "000000000002",
      branchName: "Zwolle",
      sbiVersion: "2025",
      sbiDescription: "Restaurants",
      rsin: "857587973",
    });
  });

  test("a single branch needs no choice, an unknown number is ignored, and another place is kept", () => {
    const only = registerAnswers(found(BRANCHES.slice(0, 1), null), { branchNumber: "999999999999" });
    expect(only).toEqual({
      register: "active",
      branches: "one",
      branchNumber: "000000000001",
      branchName: "Hoofdvestiging",
    });
    expect(registerAnswers(found(BRANCHES), { branchNumber: "999999999999" })).toMatchObject({
      branchNumber: "",
    });
    expect(registerAnswers(found(BRANCHES), { branchNumber: "other" })).toMatchObject({
      branchNumber: "other",
    });
    const withoutList = registerAnswers(found([]), { branchNumber: "000000000002" });
    expect({ branchNumber: "000000000002", ...withoutList }).toMatchObject({ branchNumber: "000000000002" });
    expect(registerAnswers({ problem: "unknown" }, { branchNumber: "000000000001" })).toEqual({
      register: "unknown",
    });
  });
});

describe("what an employer answers", () => {
  const problems = (answers: object) =>
    sectionProblems("company", { ...validSections().company, ...answers }).map(
      ({ field, code }) => `${field}: ${code}`,
    );

  test("accepts the answers of the tests, and requires a branch when there are several", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ branches: "several" })).toEqual(["branchNumber: choose_branch"]);
    expect(problems({ branches: "several", branchNumber: "other" })).toEqual([]);
    expect(problems({ branchNumber: "12" })).toEqual(["branchNumber: choose"]);
  });

  test.each([
    [{ postcode: "1234" }, "postcode: not_a_postcode"],
    [{ postcode: "0123 AB" }, "postcode: not_a_postcode"],
    [{ postcode: "1234 SS" }, "postcode: not_a_postcode"],
    [{ postcode: "" }, "postcode: required"],
    [{ houseNumber: "A" }, "houseNumber: not_a_house_number"],
    [{ secondContactEmail: "geen adres" }, "secondContactEmail: not_an_email"],
  ])("%o is refused", (answers, problem) => {
    expect(problems(answers)).toContain(problem);
  });

  test("answers without an address of the work are incomplete", () => {
    const { street: _s, houseNumber: _h, postcode: _p, city: _c, ...earlier } = validSections().company;
    const asked = sectionProblems("company", { ...earlier, workPlace: "Utrecht" });
    expect(asked.map(({ field }) => field)).toEqual(["street", "houseNumber", "postcode", "city"]);
    expect(
      reachableAt({ contactEmail: "noor@voorbeeld.nl", secondContactEmail: "kim@voorbeeld.nl" }),
    ).toHaveLength(2);
  });

  test("a postcode needs no space, and a second contact is complete or absent", () => {
    expect(problems({ postcode: "3511ab" })).toEqual([]);
    expect(problems({ secondContactName: "Kim Jansen" })).toEqual([
      "secondContactRole: required",
      "secondContactEmail: required",
      "secondContactPhone: required",
    ]);
    expect(problems(aSecondContact("kim@voorbeeld.nl"))).toEqual([]);
  });
});
