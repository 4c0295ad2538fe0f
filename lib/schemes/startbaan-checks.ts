import { dayOf } from "@/lib/dates";
import { must, should } from "./check";
import type { RulesOf } from "./rules";
import type { Check, CheckContext, Trajectory } from "./scheme";

/** What only a startbaan asks (B1, B3 to B6): class hours beside work, confirmed by the municipality, an experiment. */
export function startbaanChecks(
  rules: RulesOf<"startbaan">,
  context: CheckContext,
  t: Trajectory,
  number: number,
): Check[] {
  if (!t.startbaan) return [];
  const at = { trajectory: number };
  const { classHoursPerWeek, pipConfirmedOn, continuationIntended } = t.startbaan;
  const total = t.contract.hoursPerWeek + classHoursPerWeek;
  return [
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
    should("continuation", continuationIntended, rules.minimumContractMonths.source, {}, at),
  ];
}
