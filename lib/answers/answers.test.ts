import { describe, expect, test } from "vitest";
import { validSections, validTrajectory } from "@/db/testing/answers";
import { SECTION_SCHEMAS, SECTIONS } from "@/lib/answers/answers";
import { questionsOfScheme } from "@/lib/answers/questions/registry";
import { problemsIn } from "@/lib/form-state";
import { SCHEMES } from "@/lib/vocabulary/scheme";

const KEY = `k1:${"0".repeat(64)}`;
const problemsOf = (scheme: (typeof SCHEMES)[number], answers: Record<string, unknown>) => {
  const parsed = questionsOfScheme(scheme).schema.safeParse(answers);
  return parsed.success ? [] : problemsIn(parsed.error).map(({ field, code }) => `${field}: ${code}`);
};

describe.each(SCHEMES)("a trajectory of the %s", (scheme) => {
  const valid = { ...validTrajectory(scheme, "2026-06-01"), personKey: KEY };
  const women = { ...validTrajectory(scheme, "2026-06-01", "women"), personKey: KEY };

  test("is accepted when it is whole, on both tracks", () => {
    expect(problemsOf(scheme, valid)).toEqual([]);
    expect(problemsOf(scheme, women)).toEqual([]);
  });

  test("shows every problem at once, also those between answers", () => {
    const wrong = {
      ...women,
      pseudonym: "",
      contractEndsOn: "2026-01-01",
      permitValidUntil: "",
      womenAgrees: undefined,
      womenExtraHours: "veel",
      womenMeasures: [],
    };
    expect(problemsOf(scheme, wrong).sort()).toEqual([
      "contractEndsOn: ends_before_start",
      "permitValidUntil: required",
      "pseudonym: required",
      "womenAgrees: must_agree_participant",
      "womenExtraHours: not_hours",
      "womenMeasures: choose_one_measure",
    ]);
  });

  test("leaves women's answers out on the general track", () => {
    const parsed = questionsOfScheme(scheme).schema.parse({
      ...women,
      track: "general",
      womenExtraHours: "onzin",
    });
    expect(parsed).toMatchObject({ track: "general", women: null });
  });

  test.each(["0", "0,0", "00", "-1", "1,25", "1000", "veel"])("takes no '%s' for hours", (typed) => {
    expect(problemsOf(scheme, { ...women, guidanceHours: typed, womenExtraHours: typed }).sort()).toEqual([
      "guidanceHours: not_hours",
      "womenExtraHours: not_hours",
    ]);
  });

  test.each(["60,5", "168", "240"])("takes no '%s' for hours of work in a week", (typed) => {
    expect(problemsOf(scheme, { ...valid, hoursPerWeek: typed })).toContain("hoursPerWeek: too_many_hours");
  });

  test("takes hours with a comma and days as days", () => {
    const parsed = questionsOfScheme(scheme).schema.parse({
      ...women,
      hoursPerWeek: "24,5",
      womenExtraHours: "20",
    });
    expect(parsed.contract).toMatchObject({ hoursPerWeek: 24.5, startsOn: "2026-06-15" });
    expect(parsed.women).toEqual({ extraHours: 20, measures: ["flexible_hours", "network"] });
  });
});

test.each(SECTIONS)("the section %s accepts right answers and names what is missing", (section) => {
  expect(SECTION_SCHEMAS[section].safeParse(validSections()[section]).success).toBe(true);
  expect(SECTION_SCHEMAS[section].safeParse({}).success).toBe(false);
});
