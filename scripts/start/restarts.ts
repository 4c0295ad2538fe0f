const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
const WITHIN_MS = 60_000;
const MOST = 5;

/**
 * Counts the ends of a process. Gives the pause before each restart, or undefined after more than five ends within a
 * minute.
 */
export function restarts() {
  let ends: number[] = [];
  return (now: number): number | undefined => {
    ends = [...ends.filter((end) => now - end < WITHIN_MS), now];
    if (ends.length > MOST) return undefined;
    return Math.min(FIRST_PAUSE_MS * 2 ** (ends.length - 1), LONGEST_PAUSE_MS);
  };
}
