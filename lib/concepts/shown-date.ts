import { type Day, dayOf } from "@/lib/dates";

/** The letter on screen has the date of an earlier day. */
export type DayTurned = { reason: "day-turned" };

/** The day for which the letter was shown to the official. */
export type ShownOn = { shownOn?: Day | undefined };

/** Whether a letter that was shown on this day may still be sent. */
export const isOfToday = ({ shownOn }: ShownOn, now: Date): boolean =>
  shownOn === undefined || shownOn === dayOf(now);
