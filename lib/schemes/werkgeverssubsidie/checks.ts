import type * as z from "zod";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { must } from "../check";
import type { rulesSchema } from "./rules";

type Rules = z.output<typeof rulesSchema>;

/** W3: one application per employer per calendar year, and no grant in the round before. */
export function applicationChecks(rules: Rules, context: CheckContext): Check[] {
  const { window, history } = context;
  const since = window.year - rules.lookbackYears.value;
  const earlier = history.grantedYears.filter((year) => year >= since && year < window.year);
  return [
    must(
      "once_a_year",
      history.othersThisYear < rules.applicationsPerYear.value,
      rules.applicationsPerYear.source,
      {
        year: window.year,
      },
    ),
    must("earlier_round", earlier.length === 0, rules.lookbackYears.source, { year: earlier[0] ?? since }),
  ];
}
