const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
const WITHIN_MS = 60_000;
const MOST = 5;

/**
 * Counts how often something ended by itself. Each time it answers how long to wait before it is started again, or
 * undefined when it has ended more than five times within a minute and starting it again would help nobody.
 */
export function restarts() {
  let ends: number[] = [];
  return (now: number): number | undefined => {
    ends = [...ends.filter((end) => now - end < WITHIN_MS), now];
    if (ends.length > MOST) return undefined;
    return Math.min(FIRST_PAUSE_MS * 2 ** (ends.length - 1), LONGEST_PAUSE_MS);
  };
}
