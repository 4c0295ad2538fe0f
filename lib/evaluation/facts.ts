import type { Filing } from "@/lib/answers/answers";

/**
 * Sections of SBI 2008 (CBS), by the first two digits of a code. SBI 2025 follows NACE Rev. 2.1: it drops division 45, splits
 * section J after division 60 and moves the later letters up, but no division of it lies across a section of 2008. So
 * codes of both editions are counted in these.
 */
const SECTIONS: readonly (readonly [letter: string, from: number, to: number])[] = [
  ["A", 1, 3],
  ["B", 6, 9],
  ["C", 10, 33],
  ["D", 35, 35],
  ["E", 36, 39],
  ["F", 41, 43],
  ["G", 45, 47],
  ["H", 49, 53],
  ["I", 55, 56],
  ["J", 58, 63],
  ["K", 64, 66],
  ["L", 68, 68],
  ["M", 69, 75],
  ["N", 77, 82],
  ["O", 84, 84],
  ["P", 85, 85],
  ["Q", 86, 88],
  ["R", 90, 93],
  ["S", 94, 96],
  ["T", 97, 98],
  ["U", 99, 99],
];

const UNKNOWN = "unknown";

/** The section in SBI 2008 of a code of either edition, "A" to "U"; unknown for a code that no section has. */
export function sectorOf(sbiCode: string): string {
  const division = Number(sbiCode.slice(0, 2));
  return SECTIONS.find(([, from, to]) => division >= from && division <= to)?.[0] ?? UNKNOWN;
}

/** The area of the workplace: the first digit of its postcode, too coarse to identify anyone. */
export const regionOf = (postcode: string): string => /^[1-9]/.exec(postcode)?.[0] ?? UNKNOWN;

/** The facts of one trajectory for the evaluation: three coarse values, and nothing that was typed. */
export type Facts = { number: number; route: string; sector: string; region: string };

/** The facts of a filing, a row per trajectory. Source: evaluation paragraph of the policy document. */
export const factsOf = ({ company, trajectories }: Filing): Facts[] =>
  trajectories.map((trajectory, index) => ({
    number: index + 1,
    route: trajectory.startbaan?.learningRoute ?? UNKNOWN,
    sector: sectorOf(company.sbiCode),
    region: regionOf(company.postcode),
  }));
