import type { Trajectory } from "@/lib/answers/questions/definition";
import { deadlineWhenFiled } from "@/lib/calendar/terms";
import { addDays, addMonths, type Day, dayOf } from "@/lib/dates";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { check, must, should } from "./check";
import { definitionOf } from "./registry";
import type { Rules } from "./rules";

/** Checks on one trajectory, the same for every scheme (W5 to W10, W14; B2 to B4, B8; women's track). */
export function trajectoryChecks(
  rules: Rules,
  context: CheckContext,
  t: Trajectory,
  number: number,
): Check[] {
  const today = dayOf(context.now);
  const { sources } = definitionOf(rules.scheme);
  const at = { trajectory: number };
  const { contract, permit } = t;
  const earliest = addMonths(today, -rules.startsAtMostMonthsBefore.value);
  const latest = addMonths(today, rules.startsAtMostMonthsAfter.value);
  const starts =
    contract.startsOn < earliest ? "too_early" : contract.startsOn > latest ? "too_late" : undefined;
  return [
    ...permitChecks(rules, t, at),
    must(
      "inburgering",
      rules.inburgeringStates.value.includes(t.inburgering),
      rules.inburgeringStates.source,
      {},
      at,
    ),
    hoursCheck(rules, t, at),
    must(
      "contract_type",
      rules.contractTypes.value.includes(contract.type),
      rules.contractTypes.source,
      {},
      at,
    ),
    must(
      "contract_length",
      contract.endsOn === null ||
        contract.endsOn >= lastDayOfMonths(contract.startsOn, rules.minimumContractMonths.value),
      rules.minimumContractMonths.source,
      { months: rules.minimumContractMonths.value },
      at,
    ),
    must(
      "start",
      starts === undefined,
      starts === "too_late" ? rules.startsAtMostMonthsAfter.source : rules.startsAtMostMonthsBefore.source,
      { before: rules.startsAtMostMonthsBefore.value, after: rules.startsAtMostMonthsAfter.value },
      { ...at, variant: starts },
    ),
    must("earlier_work", !contract.earlierPaidWork, sources.earlier_work, {}, at),
    planCheck(rules, t, at),
    activitiesEnd(rules, context, t, at),
    must("activities_order", t.activitiesEndOn > contract.startsOn, sources.activities_order, {}, at),
    samePerson(rules, context, t, number),
    ...womenChecks(rules, t, at),
    ...(permit.validUntil === null ? [] : [permitDuringContract(rules, t, at)]),
  ];
}

type At = { trajectory: number };

/** Twelve months from 1 March end on the last day of February. */
const lastDayOfMonths = (startsOn: Day, months: number): Day => addDays(addMonths(startsOn, months), -1);

function permitChecks(rules: Rules, t: Trajectory, at: At): Check[] {
  const { category, validUntil } = t.permit;
  return [
    must("permit", rules.permitCategories.value.includes(category), rules.permitCategories.source, {}, at),
    must(
      "permit_valid",
      validUntil === null || validUntil >= addMonths(t.contract.startsOn, rules.permitValidMonths.value),
      rules.permitValidMonths.source,
      { months: rules.permitValidMonths.value },
      at,
    ),
  ];
}

/** A permit that ends inside the contract is no reason to refuse: it may be renewed. */
const permitDuringContract = (rules: Rules, t: Trajectory, at: At): Check =>
  should(
    "permit_during_contract",
    (t.permit.validUntil ?? "") >= (t.contract.endsOn ?? t.activitiesEndOn),
    definitionOf(rules.scheme).sources.permit_during_contract,
    {},
    at,
  );

/** W6, B3: the source is that of the limit that is crossed. */
function hoursCheck(rules: Rules, t: Trajectory, at: At): Check {
  const hours = t.contract.hoursPerWeek;
  const { minimumHoursPerWeek: minimum, maximumHoursPerWeek: maximum } = rules;
  if (hours < minimum.value && mayGrow(rules, t)) {
    const { value: months, source } = rules.womensGrowWithinMonths;
    return check("hours", "attention", source, { hours, minimum: minimum.value, months }, at);
  }
  return must(
    "hours",
    hours >= minimum.value && hours <= maximum.value,
    hours > maximum.value ? maximum.source : minimum.source,
    { hours, minimum: minimum.value, maximum: maximum.value },
    at,
  );
}

/** On the women's track a contract may begin with fewer hours, as part of a build-up that a reviewer looks at. */
const mayGrow = (rules: Rules, { track, women, contract }: Trajectory): boolean =>
  track === "women" &&
  contract.hoursPerWeek >= rules.womensStartHoursPerWeek.value &&
  (women === null || women.measures.includes("part_time_build_up"));

/**
 * W14: the activities end within so many months of the grant, whose day is not known yet. Counted from today it
 * is certain to be in time, counted from the last day to decide it is certain to be too late.
 */
function activitiesEnd(rules: Rules, { window, now }: CheckContext, t: Trajectory, at: At): Check {
  const { value: months, source } = rules.activitiesEndWithinMonths;
  const lastGrantOn = deadlineWhenFiled(window, now);
  const inTime = t.activitiesEndOn <= addMonths(dayOf(now), months);
  const possible = t.activitiesEndOn <= addMonths(lastGrantOn, months);
  const outcome = inTime ? "pass" : possible ? "attention" : "fail";
  return check("activities_end", outcome, source, { months }, at);
}

/** W9: the plan covers its parts, each with some substance. */
function planCheck(rules: Rules, t: Trajectory, at: At): Check {
  const minimum = rules.planMinimumCharacters.value;
  return must(
    "plan",
    t.plan.parts.every((part) => part.length >= minimum),
    rules.planMinimumCharacters.source,
    { minimum },
    at,
  );
}

/** W10, B8: the same person in another live application is for the reviewer; in both schemes of one employer it stops filing. */
function samePerson(rules: Rules, { filing, history }: CheckContext, t: Trajectory, number: number): Check {
  const at = { trajectory: number };
  const article = definitionOf(rules.scheme).sources.same_person;
  const twice = filing.trajectories.findIndex((other) => other.personKey === t.personKey);
  if (twice + 1 !== number)
    return check("same_person", "fail", article, { other: twice + 1 }, { ...at, variant: "twice" });
  const matches = history.samePerson[number] ?? [];
  const own = matches.find((match) => match.sameEmployer && match.scheme !== filing.scheme);
  if (own)
    return check("same_person", "fail", article, { reference: own.reference }, { ...at, variant: "own" });
  const other = matches[0];
  return other
    ? check("same_person", "attention", article, { reference: other.reference }, at)
    : check("same_person", "pass", article, {}, at);
}

/**
 * Women's track: the participant agrees (an answer without it is not complete), the extra hours are a share of the
 * plan or a fixed number, whichever is less, and there is at least one measure that the scheme knows.
 */
function womenChecks(rules: Rules, t: Trajectory, at: At): Check[] {
  if (t.track !== "women" || !t.women) return [];
  const percent = rules.womensExtraPercent.value;
  const enough = rules.womensExtraHours.value;
  const minimum = Math.max(1, Math.min(enough, Math.ceil((t.plan.hours * percent) / 100)));
  return [
    check("women_agreement", "pass", definitionOf(rules.scheme).sources.women_agreement, {}, at),
    must(
      "women_extra_hours",
      t.women.extraHours >= minimum,
      rules.womensExtraHours.source,
      { hours: t.women.extraHours, minimum, percent, enough },
      at,
    ),
    must(
      "women_measures",
      t.women.measures.some((measure) => rules.womensMeasures.value.includes(measure)),
      rules.womensMeasures.source,
      {},
      at,
    ),
  ];
}
