import { formatMoney, sumCents } from "@/lib/money";
import { ALL_RULES, type Rules } from "@/lib/schemes/rules";
import type { Scheme } from "@/lib/vocabulary/scheme";

/** The newest rules of a scheme. */
export function currentRules(scheme: Scheme): Rules {
  const rules = ALL_RULES.findLast((version) => version.scheme === scheme);
  if (!rules) throw new RangeError(`no rules for ${scheme}`);
  return rules;
}

/** The figures that a card mentions, as they are read. */
export function schemeFacts(rules: Rules): Record<string, string | number> {
  const amounts = rules.amountsCents.value;
  const [first, second, third, fourth] = amounts.map(formatMoney);
  return {
    total: formatMoney(sumCents(amounts)),
    ...(first && { first }),
    ...(second && { second }),
    ...(third && { third }),
    ...(fourth && { fourth }),
    people: amounts.length,
    hours: rules.minimumHoursPerWeek.value,
    mostHours: rules.maximumHoursPerWeek.value,
    months: rules.minimumContractMonths.value,
    service: rules.startsAtMostMonthsBefore.value,
    totalHours: rules.scheme === "startbaan" ? rules.maximumTotalHours.value : 0,
  };
}
