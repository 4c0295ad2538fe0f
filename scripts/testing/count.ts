export type Count = { passed: number; failed: number };

export const PASSED: Count = { passed: 1, failed: 0 };
export const FAILED: Count = { passed: 0, failed: 1 };

export function total(counts: readonly Count[]): Count {
  const sum = (name: keyof Count) => counts.reduce((so, count) => so + count[name], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** A skipped test proves nothing, so it counts as failed. */
export function countVitest(report: VitestReport): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
}

/** So does a test that only passed at a second try. */
export function countPlaywright({ stats }: PlaywrightReport): Count {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

/** A part that ends badly without a failed test has crashed, which is a failure too. */
export function withCrash(count: Count, exitCode: number | null): Count {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
