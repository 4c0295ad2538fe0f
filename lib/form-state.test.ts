import { describe, expect, test } from "vitest";
import * as z from "zod";
import { problemsIn, rawSection, splitDay } from "./form-state";

function posted(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("typed answers", () => {
  test("a field that is sent once is text, sent twice a list", () => {
    expect(rawSection(posted(["name", "Ada"], ["measure", "a"], ["measure", "b"]))).toEqual({
      name: "Ada",
      measure: ["a", "b"],
    });
  });

  test("fields of the framework are left out", () => {
    expect(rawSection(posted(["$ACTION_ID_1f", ""], ["$ACTION_REF_1", ""], ["name", "Ada"]))).toEqual({
      name: "Ada",
    });
  });

  test("uploaded files are not text", () => {
    const data = posted(["name", "Ada"]);
    data.append("name", new File(["x"], "x.txt"));
    expect(rawSection(data)).toEqual({ name: "Ada" });
  });

  test("day, month and year become one calendar day", () => {
    expect(
      rawSection(posted(["startsOn-day", "1"], ["startsOn-month", " 2 "], ["startsOn-year", "2026"])),
    ).toEqual({
      startsOn: "2026-02-01",
    });
  });

  test("a year of two digits is in this century", () => {
    const short = posted(["startsOn-day", "1"], ["startsOn-month", "2"], ["startsOn-year", "27"]);
    expect(rawSection(short)).toEqual({ startsOn: "2027-02-01" });
  });

  test("an empty day is empty, half a day is kept as typed", () => {
    expect(rawSection(posted(["startsOn-day", ""], ["startsOn-month", ""], ["startsOn-year", ""]))).toEqual({
      startsOn: "",
    });
    expect(
      rawSection(posted(["startsOn-day", "31"], ["startsOn-month", ""], ["startsOn-year", "2026"])),
    ).toEqual({
      startsOn: "2026--31",
    });
  });

  test.each([
    ["2026-02-01", { day: "1", month: "2", year: "2026" }],
    ["2026--31", { day: "31", month: "", year: "2026" }],
    ["", { day: "", month: "", year: "" }],
  ])("the day %j is shown again as typed", (typed, parts) => {
    expect(splitDay(typed)).toEqual(parts);
  });
});

describe("problems", () => {
  const schema = z.object({
    name: z.string("required").min(1, "required").max(3, "too_long").regex(/^\D*$/, "no_digits"),
    address: z.object({ city: z.string("required") }),
  });
  const problems = (input: unknown) => problemsIn(schema.safeParse(input).error ?? { issues: [] });

  test("every field is named by its path, in the order of the schema", () => {
    expect(problems({ address: {} })).toEqual([
      { field: "name", code: "required" },
      { field: "address.city", code: "required" },
    ]);
  });

  test("a field has one problem, the first, with its limit", () => {
    expect(problems({ name: "12345", address: { city: "Ede" } })).toEqual([
      { field: "name", code: "too_long", values: { max: 3 } },
    ]);
  });
});
