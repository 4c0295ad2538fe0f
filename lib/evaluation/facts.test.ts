import { expect, test } from "vitest";
import { regionOf, sectorOf } from "./facts";

test.each([
  ["0111", "A"],
  ["1071", "C"],
  ["43210", "F"],
  ["5610", "I"],
  ["88999", "Q"],
  ["9900", "U"],
  ["0400", "unknown"],
  ["3400", "unknown"],
  ["", "unknown"],
])("code %s belongs to section %s", (code, section) => {
  expect(sectorOf(code)).toBe(section);
});

test.each([
  ["3511 AB", "3"],
  ["9711 LM", "9"],
  ["", "unknown"],
  ["0123 AB", "unknown"],
])("postcode %s lies in area %s", (postcode, area) => {
  expect(regionOf(postcode)).toBe(area);
});
