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
  ["Dorpsstraat 1, 3511 AB Utrecht", "3"],
  ["9711LM Groningen", "9"],
  ["Utrecht", "unknown"],
  ["Postbus 90801", "unknown"],
  ["0123 AB Nergens", "unknown"],
])("a workplace at %s lies in area %s", (address, area) => {
  expect(regionOf(address)).toBe(area);
});
