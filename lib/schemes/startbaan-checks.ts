import { dayOf } from "@/lib/dates";
import { check, must, should } from "./check";
import type { RulesOf } from "./rules";
import type { Check, CheckContext, Trajectory } from "./scheme";

/**
 * What only a startbaan asks (B2 to B6): at least the minimum wage, class hours beside work, confirmed by the
 * municipality, an experiment that is followed. The two declarations hold once the answers are complete.
 */
export function startbaanChecks(
  rules: RulesOf<"startbaan">,
  context: CheckContext,
  t: Trajectory,
  number: number,
): Check[] {
  if (!t.startbaan) return [];
  const at = { trajectory: number };
  const { classHoursPerWeek, pipConfirmedOn, continuationIntended } = t.startbaan;
  const total = Math.round((t.contract.hoursPerWeek + classHoursPerWeek) * 10) / 10;
  return [
    check("minimum_wage", "pass", rules.contractTypes.source, {}, at),
    must(
      "class_hours",
      classHoursPerWeek >= rules.minimumClassHours.value,
      rules.minimumClassHours.source,
      { hours: classHoursPerWeek, minimum: rules.minimumClassHours.value },
      at,
    ),
    must(
      "total_hours",
      total <= rules.maximumTotalHours.value,
      rules.maximumTotalHours.source,
      { total, maximum: rules.maximumTotalHours.value },
      at,
    ),
    must("pip", pipConfirmedOn <= dayOf(context.now), rules.inburgeringStates.source, {}, at),
    check("monitoring", "pass", rules.planMinimumCharacters.source, {}, at),
    should("continuation", continuationIntended, rules.minimumContractMonths.source, {}, at),
  ];
}
