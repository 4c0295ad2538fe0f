import type { Check, CheckContext } from "@/lib/schemes/check";
import { applicationChecks } from "./application-checks";
import { personChecks } from "./person-checks";
import { definitionOf } from "./registry";
import { documentChecks } from "./required-documents";
import type { Rules } from "./rules";
import { trajectoryChecks } from "./trajectory-checks";

/**
 * Every check of the scheme on one application, in reading order. A fail stops filing, attention is for the
 * reviewer. Pure: what is on record and the moment of judging come in with the context.
 */
export function checksFor(rules: Rules, context: CheckContext): Check[] {
  const scheme = definitionOf(rules.scheme);
  const perTrajectory = context.filing.trajectories.flatMap((trajectory, index) => {
    const number = index + 1;
    return [
      ...trajectoryChecks(rules, context, trajectory, number),
      ...scheme.trajectoryChecks(rules, context, trajectory, number),
      ...personChecks(rules, context, number),
    ];
  });
  return [
    ...applicationChecks(rules, context),
    ...scheme.applicationChecks(rules, context),
    ...documentChecks(rules, context),
    ...perTrajectory,
  ];
}
