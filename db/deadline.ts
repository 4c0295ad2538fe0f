/** A deadline; it starts when it is made. Clear it when the work is done. */
export class Deadline {
  /** Thrown when the deadline passes. */
  readonly past = new Error("past its deadline");
  private readonly at: number;
  private readonly passed: Promise<never>;
  private timer: NodeJS.Timeout | undefined;

  constructor(patienceMs: number) {
    this.at = performance.now() + patienceMs;
    this.passed = new Promise((_, reject) => {
      // An answer that arrived while the process was busy is read before the immediate.
      this.timer = setTimeout(() => setImmediate(() => reject(this.past)), patienceMs);
    });
    this.passed.catch(() => {});
  }

  /** The result of the work, if it is in time. */
  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.passed]);
  }

  get leftMs(): number {
    return this.at - performance.now();
  }

  /** Throws `past` also when the process was too busy for its timers. */
  check(): void {
    if (this.leftMs <= 0) throw this.past;
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}
