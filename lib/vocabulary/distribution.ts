import type { Day } from "@/lib/day";

/**
 * How the money of a window is divided, made known with the ceiling and never changed afterwards (Awb 4:26): in order of
 * the day of completeness with a lot on the day that crosses the ceiling, or by lot among all who filed in the window.
 */
export const DISTRIBUTIONS = ["day_rank_lot", "window_lottery"] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/**
 * How an application is placed now: by the lottery of its window as long as it stands on the closing day, and in order of
 * day once it completed after that.
 */
export const placedBy = (distribution: Distribution, rankDay: Day, closesOn: Day): Distribution =>
  rankDay > closesOn ? "day_rank_lot" : distribution;

/**
 * Whether an application of this rank day still waits for its window. Under a window lottery all stand on the closing
 * day, and nobody is granted before that day is over; in order of day nobody waits for others to come.
 */
export const waitsForWindow = (distribution: Distribution, rankDay: Day, today: Day): boolean =>
  distribution === "window_lottery" && rankDay >= today;
