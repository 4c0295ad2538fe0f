import { describe, expect, test } from "vitest";
import { aPersonNumber, validTrajectory } from "@/db/testing/answers";
import { sectionProblems, trajectoryProblems } from "@/lib/answers/form-schemas";
import { trajectoryFormSchema } from "@/lib/answers/trajectory-form";
import { SCHEMES } from "@/lib/vocabulary/scheme";

const brief = (problems: { field: string; code: string }[]) =>
  problems.map(({ field, code }) => `${field}: ${code}`);

describe.each(SCHEMES)("the page of a trajectory of the %s", (scheme) => {
  const typed = validTrajectory(scheme, "2026-06-01");

  test("accepts a typed number, and none when one is known", () => {
    expect(trajectoryProblems(scheme, typed, false)).toEqual([]);
    expect(trajectoryProblems(scheme, { ...typed, personNumber: "" }, true)).toEqual([]);
  });

  test("requires a number, and rejects an impossible one, also when another is known", () => {
    expect(brief(trajectoryProblems(scheme, { ...typed, personNumber: "" }, false))).toEqual([
      "personNumber: required",
    ]);
    const wrong = { ...typed, personNumber: "123456789" };
    expect(brief(trajectoryProblems(scheme, wrong, true))).toEqual(["personNumber: not_a_person_number"]);
  });

  test("lists problems from the top of the page to the bottom", () => {
    const fields = trajectoryProblems(scheme, {}, false).map(({ field }) => field);
    expect(fields.slice(0, 3)).toEqual(["pseudonym", "personNumber", "permitCategory"]);
    expect(fields.at(-1)).toBe("track");
  });

  test("is the same schema object each time", () => {
    expect(trajectoryFormSchema(scheme, true)).toBe(trajectoryFormSchema(scheme, true));
  });
});

test("a section's problems are in the order of its page", () => {
  const company = { contactEmail: "fout", contactName: aPersonNumber() };
  expect(brief(sectionProblems("company", company))).toEqual([
    "street: required",
    "houseNumber: required",
    "postcode: required",
    "city: required",
    "sbiCode: required",
    "contactEmail: not_an_email",
    "contactPhone: required",
  ]);
});
