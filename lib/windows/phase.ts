import { dayOf, daysBetween } from "@/lib/dates";

export type WindowPhase =
  | { phase: "none" }
  | { phase: "upcoming" | "open"; days: number }
  | { phase: "closed" };

/**
 * The phase of a window at `now`. `days` counts calendar days in the Netherlands to the opening or the closing day: 0
 * is today. At the closing moment itself the window is still open.
 */
export function windowPhase(window: { opensAt: Date; closesAt: Date } | null, now: Date): WindowPhase {
  if (!window) return { phase: "none" };
  const until = (moment: Date) => daysBetween(dayOf(now), dayOf(moment));
  if (now < window.opensAt) return { phase: "upcoming", days: until(window.opensAt) };
  if (now <= window.closesAt) return { phase: "open", days: until(window.closesAt) };
  return { phase: "closed" };
}
