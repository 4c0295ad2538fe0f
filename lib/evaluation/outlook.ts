import { trajectoryFields } from "@/lib/answers/questions/registry";
import type { Scheme } from "@/lib/vocabulary/scheme";
import { type Shown, suppressed } from "./suppress";

export const DIMENSIONS = ["track", "route", "sector", "region"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const OUTCOMES = ["granted", "refused", "withdrawn", "waiting"] as const;
export type EvaluationOutcome = (typeof OUTCOMES)[number];

export type CountRow = {
  scheme: Scheme;
  dimension: Dimension;
  value: string;
  outcome: EvaluationOutcome;
  count: number;
};

/** Trajectories of one scheme by one dimension: a row per value, a column per outcome, totals last; hidden is null. */
export type EvaluationTable = { scheme: Scheme; dimension: Dimension; values: string[]; shown: Shown };

const asksRoute = (scheme: Scheme): boolean => "learningRoute" in trajectoryFields(scheme);

/** Tables made of plain counts: values in alphabetical order, small counts suppressed. */
export function tablesOf(rows: readonly CountRow[], schemes: readonly Scheme[]): EvaluationTable[] {
  return schemes.flatMap((scheme) =>
    DIMENSIONS.flatMap((dimension): EvaluationTable[] => {
      const own = rows.filter((row) => row.scheme === scheme && row.dimension === dimension);
      const values = [...new Set(own.map(({ value }) => value))].sort();
      if (values.length === 0 || (dimension === "route" && !asksRoute(scheme))) return [];
      const counts = values.map((value) =>
        OUTCOMES.map(
          (outcome) => own.find((row) => row.value === value && row.outcome === outcome)?.count ?? 0,
        ),
      );
      return [{ scheme, dimension, values, shown: suppressed(counts) }];
    }),
  );
}
