import type { Run } from "./at-once";

export type Line = {
  what: string;
  portal: Run;
  /** The same work without the portal, which measures this machine at this moment. */
  bare: Run;
  /** Lowest accepted ratio of the two. */
  target: number;
  remark: string;
};

const COLUMNS = ["what", "portal/s", "median", "p99", "bare/s", "ratio", "target", ""] as const;

/** The results as a plain table; absolute figures are of this machine, ratios can be compared. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ what, portal, bare, target, remark }) => {
    const ratio = portal.perSecond / bare.perSecond;
    return [
      what,
      portal.perSecond.toFixed(0),
      `${portal.medianMs.toFixed(1)} ms`,
      `${portal.p99Ms.toFixed(1)} ms`,
      bare.perSecond.toFixed(0),
      ratio.toFixed(2),
      `≥ ${target.toFixed(2)}`,
      `${ratio >= target ? "reached" : "below"}; ${remark}`,
    ];
  });
  const all = [[...COLUMNS], ...rows];
  const widths = COLUMNS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const align = (cell: string, column: number) =>
    column === 0 || column === COLUMNS.length - 1
      ? cell.padEnd(widths[column] ?? 0)
      : cell.padStart(widths[column] ?? 0);
  return all.map((row) => `  ${row.map(align).join("  ").trimEnd()}`).join("\n");
}
