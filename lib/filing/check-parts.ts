import type { Section } from "@/lib/answers/answers";
import type { Part } from "@/lib/answers/draft";
import type { Check } from "@/lib/schemes/check";

const SECTION_OF: Readonly<Record<string, Section>> = {
  registration: "company",
  de_minimis: "stateAid",
  shared_account: "bank",
  insolvency: "declarations",
  double_funding: "declarations",
};

/**
 * The part of a draft whose answers determine a check; undefined when no answer can change it. `keys` are in order of
 * number.
 */
export function partOfCheck(
  check: Pick<Check, "id" | "trajectory">,
  keys: readonly string[],
): Part | undefined {
  if (check.trajectory === undefined) return SECTION_OF[check.id];
  const key = keys[check.trajectory - 1];
  return key === undefined ? undefined : `trajectory:${key}`;
}
