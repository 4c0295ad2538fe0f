export type Run = {
  /** Pieces of work per second. */
  perSecond: number;
  /** Time of one piece, in milliseconds: median and 99th percentile. */
  medianMs: number;
  p99Ms: number;
};

/** Does every piece of work, this many concurrently, and measures the speed. */
export async function atOnce<T>(
  many: number,
  pieces: readonly T[],
  work: (piece: T) => Promise<unknown>,
): Promise<Run> {
  const times: number[] = [];
  const queue = pieces.values();
  const began = performance.now();
  const worker = async () => {
    for (const piece of queue) {
      const start = performance.now();
      await work(piece);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: many }, worker));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(Math.floor(times.length * share), times.length - 1)] ?? 0;
  return { perSecond: pieces.length / seconds, medianMs: at(0.5), p99Ms: at(0.99) };
}

/** The median run, which other load of the machine affects less than the mean. */
export function middle(runs: readonly Run[]): Run {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond);
  const run = sorted[Math.floor(sorted.length / 2)];
  if (!run) throw new RangeError("nothing was measured");
  return run;
}
