import type { Trajectory } from "@/lib/answers/trajectory-answers";
import { dayOf } from "@/lib/dates";
import { clashingDays, hoursIn } from "@/lib/roster/week";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { check, must, should } from "./check";
import type { RulesOf } from "./rules";

type Startbaan = NonNullable<Trajectory["startbaan"]>;
type At = { trajectory: number };

/**
 * What only a startbaan asks (B2 to B6): at least the minimum wage, class hours beside work as protected time,
 * confirmed by the municipality, an experiment that is followed. The two declarations hold once the answers are
 * complete.
 */
export function startbaanChecks(
  rules: RulesOf<"startbaan">,
  context: CheckContext,
  t: Trajectory,
  number: number,
): Check[] {
  if (!t.startbaan) return [];
  const at = { trajectory: number };
  const { classHoursPerWeek, continuationIntended, roster } = t.startbaan;
  const [clash] = clashingDays(roster);
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
    rosterHours(rules, t.startbaan, t.contract.hoursPerWeek, at),
    must("roster_clash", clash === undefined, rules.maximumTotalHours.source, { day: clash ?? "" }, at),
    pipCheck(rules, context, t.startbaan, at),
    check("monitoring", "pass", rules.planMinimumCharacters.source, {}, at),
    should("continuation", continuationIntended, rules.minimumContractMonths.source, {}, at),
  ];
}

/** B3: the roster shows as many hours of work and of class as were answered. */
function rosterHours(rules: RulesOf<"startbaan">, s: Startbaan, contractHours: number, at: At): Check {
  const [work, classes] = [hoursIn(s.roster, "work"), hoursIn(s.roster, "class")];
  return must(
    "roster_hours",
    work === contractHours && classes === s.classHoursPerWeek,
    rules.minimumClassHours.source,
    { work, classes, hours: contractHours, classHours: s.classHoursPerWeek },
    at,
  );
}

/** B5: the municipality, or the one linked to the reception centre, has confirmed that the job fits the plan. */
function pipCheck(rules: RulesOf<"startbaan">, { now }: CheckContext, s: Startbaan, at: At): Check {
  const variant = s.pipFits ? undefined : "does_not_fit";
  return must(
    "pip",
    s.pipFits && s.pipConfirmedOn <= dayOf(now),
    rules.inburgeringStates.source,
    {},
    { ...at, variant },
  );
}
