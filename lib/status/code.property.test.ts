import fc from "fast-check";
import { expect, test } from "vitest";
import { READABLE } from "@/lib/applications/check-character";
import { readStatusCode, statusCodeOf } from "./code";

const codes = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((digits) => statusCodeOf(`k1:${digits.map((digit) => digit.toString(16)).join("")}`));

test("a code is five groups of four readable characters and reads back", () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(new RegExp(`^([${READABLE}]{4}-){4}[${READABLE}]{4}$`));
      expect(readStatusCode(code)).toBe(code);
    }),
  );
});

test("it reads the same in small letters, with spaces and with look-alikes", () => {
  fc.assert(
    fc.property(codes, (code) => {
      const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "i");
      expect(readStatusCode(` ${typed} `)).toBe(code);
    }),
  );
});

test("one wrong character is always noticed", () => {
  fc.assert(
    fc.property(codes, fc.nat(23), fc.integer({ min: 1, max: READABLE.length - 1 }), (code, at, shift) => {
      fc.pre(code[at] !== "-");
      const wrong = READABLE[(READABLE.indexOf(code[at] ?? "") + shift) % READABLE.length];
      expect(readStatusCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeUndefined();
    }),
  );
});

test.each(["", "7KQM", "7KQM-7KQM-7KQM-7KQM-7KQM-7KQM", "é".repeat(20)])("'%s' is no code", (typed) =>
  expect(readStatusCode(typed)).toBeUndefined(),
);
