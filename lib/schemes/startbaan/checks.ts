import type * as z from "zod";
import type { Trajectory } from "@/lib/answers/questions/definition";
import type { StartbaanAnswers } from "@/lib/answers/questions/startbaan";
import { dayOf } from "@/lib/dates";
import { clashingDays, hoursIn } from "@/lib/roster/week";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { check, must, should } from "../check";
import type { rulesSchema } from "./rules";

type Rules = z.output<typeof rulesSchema>;

type At = { trajectory: number };

/** Sources of the checks that judge no parameter of their own. */
const SOURCES = {
  minimum_wage: "Wet minimumloon en minimumvakantiebijslag, art. 7",
  roster_hours: "Aanname van dit portaal: het rooster klopt met de uren die u opgeeft",
  roster_clash: "Aanname van dit portaal: les is beschermde tijd",
  pip: "Aanname van dit portaal: een startbaan past in het PIP van de gemeente",
  monitoring: "CW3.1-kader Actieagenda, bijlage 2: evaluatieparagraaf",
  continuation: "Aanname van dit portaal: een startbaan is bedoeld om door te gaan",
} as const;

/**
 * What only a startbaan asks (B2 to B6): at least the minimum wage, class hours beside work as protected time,
 * confirmed by the municipality, an experiment that is followed. The two declarations hold once the answers are
 * complete.
 */
export function trajectoryChecks(
  rules: Rules,
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
    check("minimum_wage", "pass", SOURCES.minimum_wage, {}, at),
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
    rosterHours(t.startbaan, t.contract.hoursPerWeek, at),
    must("roster_clash", clash === undefined, SOURCES.roster_clash, { day: clash ?? "" }, at),
    pipCheck(context, t.startbaan, at),
    check("monitoring", "pass", SOURCES.monitoring, {}, at),
    should("continuation", continuationIntended, SOURCES.continuation, {}, at),
  ];
}

/** B3: the roster shows as many hours of work and of class as were answered. */
function rosterHours(s: StartbaanAnswers, contractHours: number, at: At): Check {
  const [work, classes] = [hoursIn(s.roster, "work"), hoursIn(s.roster, "class")];
  return must(
    "roster_hours",
    work === contractHours && classes === s.classHoursPerWeek,
    SOURCES.roster_hours,
    { work, classes, hours: contractHours, classHours: s.classHoursPerWeek },
    at,
  );
}

/** B5: the municipality, or the one linked to the reception centre, has confirmed that the job fits the plan. */
function pipCheck({ now }: CheckContext, s: StartbaanAnswers, at: At): Check {
  const variant = s.pipFits ? undefined : "does_not_fit";
  return must("pip", s.pipFits && s.pipConfirmedOn <= dayOf(now), SOURCES.pip, {}, { ...at, variant });
}
