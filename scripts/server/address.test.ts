import { expect, test } from "vitest";
import { readAddress } from "./address";

test("an address is a path and a query", () => {
  const address = readAddress("/schemes/startbaan?a=1&b=%20c");
  expect(address?.path).toBe("/schemes/startbaan");
  expect([...(address?.query ?? [])]).toEqual([
    ["a", "1"],
    ["b", " c"],
  ]);
});

test.each([
  ["a percent-encoding that is cut off", "/schemes/%E0%A4%A"],
  ["a percent-encoding of no letter", "/schemes/%FF"],
  ["a NUL", "/schemes/%00"],
  ["a line break", "/schemes/%0d%0aSet-Cookie:%20a=b"],
  ["a backslash, which browsers take for a slash", "/%5cother.example"],
  ["another host", "//other.example/"],
  ["a whole address", "http://other.example/"],
  ["everything", "*"],
  ["nothing", undefined],
])("%s is no address", (_what, asked) => {
  expect(readAddress(asked)).toBeUndefined();
});
