import type { Rules } from "./rules";

/** Parameters that set neither an amount nor a condition: how the portal works. They may be assumptions for good. */
const OF_THE_PORTAL: readonly string[] = [
  "minimumAssurance",
  "deMinimisAttentionPercent",
  "planMinimumCharacters",
  "requiredDocuments",
  "personNumber",
];

/**
 * Amounts and conditions that are assumptions, by name. Outside the demo rules with one are in no published window: an
 * amount and its conditions are made known beforehand (Awb 4:23(1), 4:26).
 */
export const assumedIn = (rules: Rules): string[] =>
  Object.entries(rules)
    .filter(
      ([name, it]) => typeof it === "object" && it.kind === "assumption" && !OF_THE_PORTAL.includes(name),
    )
    .map(([name]) => name)
    .sort();

/** Whether an amount of these rules is an assumption: outside the demo no decision grants it. */
export const assumesAmounts = ({ amountsCents, womensTopUpCents }: Rules): boolean =>
  amountsCents.kind === "assumption" || womensTopUpCents.kind === "assumption";
