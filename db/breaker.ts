const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Circuit breaker for a database that is down. After the second failure in a row tries are blocked for a while; then
 * one try at a time is allowed, each after a longer pause. Half of a pause is random, so that processes do not return
 * together. Times are milliseconds of one monotonic clock; `chance` is between 0 and 1.
 */
export class Breaker {
  private failures = 0;
  private nextTryAt = 0;

  /** Whether a try may start now; it is then the only one until the next pause has passed. */
  allows(now: number): boolean {
    if (this.failures < 2) return true;
    if (now < this.nextTryAt) return false;
    this.nextTryAt = now + LONGEST_PAUSE_MS;
    return true;
  }

  failed(now: number, chance: number): void {
    this.failures += 1;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.failures - 1));
    this.nextTryAt = now + (pause * (1 + chance)) / 2;
  }

  worked(): void {
    this.failures = 0;
  }
}
