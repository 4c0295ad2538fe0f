import { type Day, dayOf } from "@/lib/dates";

/** The letter on screen bore the date of an earlier day: it would go out with another one than was looked over. */
export type DayTurned = { reason: "day-turned" };

/** What an official had before him: the day that the letter was shown for. */
export type ShownOn = { shownOn?: Day | undefined };

/** Whether a letter that was shown still is the letter that would go now. */
export const isOfToday = ({ shownOn }: ShownOn, now: Date): boolean =>
  shownOn === undefined || shownOn === dayOf(now);
