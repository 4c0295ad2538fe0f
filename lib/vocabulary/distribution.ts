import type { Day } from "@/lib/day";

/**
 * How the money of a window is divided, made known with the ceiling and never changed afterwards (Awb 4:26): in order
 * of the day of completeness with a lot on the crossing day, or by lot among all applications of the window.
 */
export const DISTRIBUTIONS = ["day_rank_lot", "window_lottery"] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/**
 * How an application is ranked now: by the lottery of its window while its rank day is the closing day, and in order of
 * day when it was completed after that.
 */
export const placedBy = (distribution: Distribution, rankDay: Day, closesOn: Day): Distribution =>
  rankDay > closesOn ? "day_rank_lot" : distribution;

/**
 * Whether an application of this rank day must wait for its window to close. Under a window lottery all have the
 * closing day, and none is granted before that day is over; in order of day none waits.
 */
export const waitsForWindow = (distribution: Distribution, rankDay: Day, today: Day): boolean =>
  distribution === "window_lottery" && rankDay >= today;
