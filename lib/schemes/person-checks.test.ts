import { describe, expect, test } from "vitest";
import type { PersonStanding } from "./check";
import { keptNumber, personChecks } from "./person-checks";
import { currentRules, rulesFor } from "./rules";

const off = currentRules("werkgeverssubsidie");
const on = rulesFor("werkgeverssubsidie-2026-nummer");
const regulated = { ...on, personNumber: { ...on.personNumber, kind: "regulation" as const } };

describe("the number of a person is kept", () => {
  test.each([
    ["not by present rules", off, true, false],
    ["under an example of a base, in an example window", on, true, true],
    ["not under an assumption elsewhere", on, false, false],
    ["under a regulation", regulated, false, true],
  ])("%s", (_when, rules, isExample, isKept) =>
    expect(keptNumber(rules, { isExample }) !== undefined).toBe(isKept),
  );
});

const checksOf = (standing: PersonStanding | undefined) =>
  personChecks(on, { persons: standing && { 1: standing } }, 1).map(({ id, outcome, because }) => [
    id,
    outcome,
    because.key,
  ]);

describe("the checks of a person", () => {
  test("do not exist where no number is kept", () => expect(checksOf(undefined)).toEqual([]));

  test("ask for a missing number before filing", () =>
    expect(checksOf({ number: "missing" })).toEqual([["person_number", "fail", "person_number.fail"]]));

  test.each([
    ["kept", undefined, "attention", "to_check"],
    ["destroyed", undefined, "attention", "no_longer"],
    ["kept", "unknown", "attention", "unknown"],
    ["destroyed", "unknown", "attention", "unknown"],
    ["kept", "differs", "fail", "fail"],
    ["destroyed", "differs", "fail", "fail"],
    ["kept", "confirmed", "pass", "pass"],
    ["destroyed", "confirmed", "pass", "pass"],
  ] as const)("with the number %s and the answer %s are %s", (number, result, outcome, variant) =>
    expect(checksOf({ number, permit: result, employment: result })).toEqual([
      ["permit_confirmed", outcome, `permit_confirmed.${variant}`],
      ["employment_confirmed", outcome, `employment_confirmed.${variant}`],
    ]),
  );
});
