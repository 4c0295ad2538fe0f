const IMPURE = {
  "reads the clock": /\bnew Date\(\s*\)|\bDate\.now\(|\bDate\(\)|\bperformance\.now\(|\bTemporal\.Now\b/,
  "reads the environment": /\bprocess\b/,
  "rolls dice": /\bMath\.random\b|\brandom(UUID|Bytes|Int|FillSync)\b|\bgetRandomValues\b/,
  "reaches out": /\bfetch\(|\bglobalThis\b/,
} as const;

const KEEPS_STATE = /^lib\/([^/]+\/(commands|queries)|auth|audit|gateways|i18n|privacy)\//;

/** Whether a file holds pure rules, which always give the same answer to the same question. */
export function isRule(path: string): boolean {
  return (
    /^lib\/.*\.ts$/.test(path) &&
    path !== "lib/env.ts" &&
    !KEEPS_STATE.test(path) &&
    !/\.test\.ts$/.test(path)
  );
}

/** The impure parts of this source text, in words. */
export function impurities(text: string): string[] {
  return Object.entries(IMPURE).flatMap(([words, pattern]) => (pattern.test(text) ? [words] : []));
}
