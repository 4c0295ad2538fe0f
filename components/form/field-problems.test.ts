import { describe, expect, test } from "vitest";
import * as z from "zod";
import { problemsIn } from "@/lib/form-state";
import { toFieldErrors, toProblems } from "./field-problems";

describe("problems go into the form and come out again", () => {
  const problems = [
    { field: "name", code: "required" },
    { field: "address.city", code: "too_long", values: { max: 20 } },
    { field: "address.street", code: "required" },
    { field: "", code: "no_answer" },
  ];

  test("nothing is lost, nested fields included", () => {
    expect(toProblems(toFieldErrors(problems), [])).toEqual(expect.arrayContaining(problems));
    expect(toProblems(toFieldErrors(problems), [])).toHaveLength(problems.length);
  });

  test("they are in the order of the page, the form's own first", () => {
    const order = ["address.street", "address.city", "name"];
    expect(toProblems(toFieldErrors(problems), order).map(({ field }) => field)).toEqual(["", ...order]);
  });

  test("two fields with the same problem are two problems", () => {
    const twice = [
      { field: "a", code: "required" },
      { field: "b", code: "required" },
    ];
    expect(toProblems(toFieldErrors(twice), ["a", "b"])).toEqual(twice);
  });

  test("the first problem of a field is kept", () => {
    const both = [
      { field: "a", code: "required" },
      { field: "a", code: "too_long" },
    ];
    expect(toProblems(toFieldErrors(both), [])).toEqual([{ field: "a", code: "required" }]);
  });

  test("the browser names the same limit as the server", () => {
    const { error } = z.object({ name: z.string().max(20, "too_long") }).safeParse({ name: "x".repeat(21) });
    const problems = problemsIn(error ?? { issues: [] });
    expect(problems).toEqual([{ field: "name", code: "too_long", values: { max: 20 } }]);
    expect(toProblems(toFieldErrors(problems), ["name"])).toEqual(problems);
  });
});
