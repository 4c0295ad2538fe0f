import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundaryOf, shapeProblem } from "./body-shape";

const LIMITS = { fields: 3, depth: 2 };
const FORM = "application/x-www-form-urlencoded";
const PARTS = "multipart/form-data; boundary=xyz";

const parts = (fields: Record<string, string>): Buffer =>
  Buffer.from(
    `${Object.entries(fields)
      .map(([name, value]) => `--xyz\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join("")}--xyz--\r\n`,
  );

describe("a plain form", () => {
  test.each([
    ["a=1&b=2&c=3", undefined],
    ["a=1&b=2&c=3&d=4", "too-many-fields"],
    ["&&&", "too-many-fields"],
    ["", undefined],
  ])("%s: %s", (body, problem) => {
    expect(shapeProblem(Buffer.from(body), FORM, LIMITS)).toBe(problem);
  });
});

describe("a form in parts", () => {
  test("the maximum number of fields is accepted", () => {
    expect(shapeProblem(parts({ a: "1", b: "2", c: "3" }), PARTS, LIMITS)).toBeUndefined();
  });

  test("one field more is refused", () => {
    expect(shapeProblem(parts({ a: "1", b: "2", c: "3", d: "4" }), PARTS, LIMITS)).toBe("too-many-fields");
  });

  test.each([
    ["without a boundary", "multipart/form-data", parts({ a: "1" })],
    ["with another boundary than it says", "multipart/form-data; boundary=abc", parts({ a: "1" })],
    ["that is cut off", PARTS, parts({ a: "1" }).subarray(0, -6)],
    ["that is empty", PARTS, Buffer.alloc(0)],
  ])("a form %s is malformed", (_what, type, body) => {
    expect(shapeProblem(body, type, LIMITS)).toBe("malformed");
  });

  test("brackets in typed text do not count as depth", () => {
    expect(shapeProblem(parts({ text: "[[[[[[ {{{" }), PARTS, LIMITS)).toBeUndefined();
  });

  test.each(["0", "12", "$ACTION_1:0"])("the depth of React's own JSON in %s is limited", (name) => {
    expect(shapeProblem(parts({ [name]: "[[1]]" }), PARTS, LIMITS)).toBeUndefined();
    expect(shapeProblem(parts({ [name]: "[[[1]]]" }), PARTS, LIMITS)).toBe("too-deep");
  });
});

describe("JSON", () => {
  test("the depth of any value is found, whatever texts are in it", () => {
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.string(),
        fc.integer(),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie("tree"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 8 }), (value, depth) => {
        const found = shapeProblem(Buffer.from(JSON.stringify(value)), "application/json", {
          fields: 1,
          depth,
        });
        expect(found).toBe(depthOf(value) > depth ? "too-deep" : undefined);
      }),
    );
  });
});

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b c"', "a b c"],
  ["multipart/form-data", undefined],
  [`multipart/form-data; boundary=${"a".repeat(71)} `, undefined],
])("the boundary of %s is %s", (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
