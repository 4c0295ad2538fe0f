import type { Because, Check, Outcome } from "@/lib/vocabulary/scheme";

type Values = NonNullable<Because["values"]>;

/** One check; its words are `<id>.<outcome>` in the catalogue, or `<id>.<variant>` where one outcome has more reasons. */
export function check(
  id: string,
  outcome: Outcome,
  article: string,
  values: Values = {},
  options: { trajectory?: number; variant?: string } = {},
): Check {
  return {
    id,
    outcome,
    article,
    because: { key: `${id}.${options.variant ?? outcome}`, values },
    ...(options.trajectory !== undefined && { trajectory: options.trajectory }),
  };
}

/** A rule that either holds or stops filing. */
export const must = (
  id: string,
  holds: boolean,
  article: string,
  values?: Values,
  options?: { trajectory?: number; variant?: string },
): Check =>
  check(id, holds ? "pass" : "fail", article, values, holds ? { ...options, variant: undefined } : options);

/** A rule that either holds or asks for a reviewer's eye. */
export const should = (
  id: string,
  holds: boolean,
  article: string,
  values?: Values,
  options?: { trajectory?: number; variant?: string },
): Check =>
  check(
    id,
    holds ? "pass" : "attention",
    article,
    values,
    holds ? { ...options, variant: undefined } : options,
  );
