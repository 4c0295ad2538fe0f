import { expect, test } from "vitest";
import { readPersonNumber } from "./person-number";

test.each([
  ["111222333", "111222333"],
  ["123456782", "123456782"],
  ["1112.22.333", "111222333"],
  ["10000008", "010000008"],
  ["2812345678", "2812345678"],
])("%s is read", (typed, digits) => expect(readPersonNumber(typed)).toBe(digits));

test.each(["123456789", "000000000", "12345", "", "abcdefghi", "12345678901"])("'%s' is refused", (typed) =>
  expect(readPersonNumber(typed)).toBeUndefined(),
);
