import { formatMoney, sumCents } from "@/lib/money";
import type { Rules } from "@/lib/schemes/rules";

/** The figures on a card, formatted. */
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
    totalHours: "maximumTotalHours" in rules ? rules.maximumTotalHours.value : 0,
  };
}
