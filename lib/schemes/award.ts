import { type Cents, cents, sumCents } from "@/lib/money";
import type { Track } from "@/lib/vocabulary/scheme";
import { cited } from "./parameters";
import { definitionOf } from "./registry";
import type { Rules } from "./rules";

export type AwardItem = "guidance" | "womens_guidance" | "place";

/** One explained part of an award: what for, how much, on what ground. Lines add up to the award. */
export type AwardLine = {
  trajectory: number;
  track: Track;
  item: AwardItem;
  amountCents: Cents;
  article: string;
};

/**
 * The award for these trajectories, as explained lines in cents. The first statushouder counts
 * highest: the scale runs over the given trajectories in order of number. Throws RangeError when there are more
 * than the scale holds. Source: `amountsCents` and `womensTopUpCents` of the rules version.
 */
export function awardFor(
  rules: Rules,
  trajectories: readonly { number: number; track: Track }[],
): AwardLine[] {
  const scale = rules.amountsCents;
  if (trajectories.length > scale.value.length)
    throw new RangeError(`at most ${scale.value.length} trajectories`);
  const item = definitionOf(rules.scheme).awardItem;
  return [...trajectories]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ number, track }, index): AwardLine[] => {
      const base = {
        trajectory: number,
        track,
        item,
        amountCents: scale.value[index] as Cents,
        article: cited(scale),
      } as const;
      const topUp = rules.womensTopUpCents;
      if (track !== "women" || topUp.value === 0) return [base];
      return [
        base,
        {
          trajectory: number,
          track,
          item: "womens_guidance",
          amountCents: topUp.value,
          article: cited(topUp),
        },
      ];
    });
}

/** The sum of the lines, in cents. */
export const awardTotal = (lines: readonly AwardLine[]): Cents =>
  sumCents(lines.map((line) => line.amountCents));

/**
 * The award when only these trajectories are granted: a trajectory that moves up in order gets the amount of its new
 * place, as `awardFor` gives it.
 */
export function awardOfOnly(award: readonly AwardLine[], numbers: readonly number[]): AwardLine[] {
  const isPlace = (line: AwardLine) => line.item !== "womens_guidance";
  const amounts = award.filter(isPlace).map((line) => line.amountCents);
  let place = 0;
  return award
    .filter(({ trajectory }) => numbers.includes(trajectory))
    .map((line) => (isPlace(line) ? { ...line, amountCents: amounts[place++] ?? line.amountCents } : line));
}

/** These lines up to an amount in cents, the last lines cut first; a line that is cut to zero is left out. */
export function linesUpTo(lines: readonly AwardLine[], amount: number): AwardLine[] {
  let left = amount;
  return lines.flatMap((line) => {
    const amountCents = cents(Math.min(line.amountCents, left));
    left -= amountCents;
    return amountCents > 0 ? [{ ...line, amountCents }] : [];
  });
}

/** The lines of one trajectory. */
export const linesOf = (lines: readonly AwardLine[], number: number): AwardLine[] =>
  lines.filter(({ trajectory }) => trajectory === number);

/** The numbers of the trajectories in these lines, in their order. */
export const trajectoriesIn = (lines: readonly { trajectory: number }[]): number[] => [
  ...new Set(lines.map(({ trajectory }) => trajectory)),
];
