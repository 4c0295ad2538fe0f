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

/** Sections and divisions of NACE Rev. 2.1 (Regulation (EU) 2023/137), which SBI 2025 follows. */
const SECTIONS_2025: Record<string, readonly [from: number, to: number]> = {
  ...{ A: [1, 3], C: [10, 33], D: [35, 35], E: [36, 39], F: [41, 43], G: [46, 47], H: [49, 53], I: [55, 56] },
  ...{
    J: [58, 60],
    K: [61, 63],
    L: [64, 66],
    M: [68, 68],
    N: [69, 75],
    O: [77, 82],
    P: [84, 84],
    Q: [85, 85],
  },
  ...{ R: [86, 88], S: [90, 93], T: [94, 96], U: [97, 98], V: [99, 99] },
};

test.each(Object.entries(SECTIONS_2025))(
  "section %s of 2025 lies within one of 2008",
  (_letter, [from, to]) => {
    const divisions = Array.from({ length: to - from + 1 }, (_, index) =>
      String(from + index).padStart(2, "0"),
    );
    const sections = new Set(divisions.map((division) => sectorOf(`${division}100`)));
    expect(sections.size).toBe(1);
    expect(sections).not.toContain("unknown");
  },
);
