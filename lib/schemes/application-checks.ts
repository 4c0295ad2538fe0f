import { reaches } from "@/lib/actor";
import { formatMoney } from "@/lib/money";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { awardFor, awardTotal } from "./award";
import { check, must, should } from "./check";
import { deMinimis } from "./de-minimis-check";
import { definitionOf } from "./registry";
import type { Rules } from "./rules";

/** Checks on the application as a whole, the same for every scheme (W1, W2, W4, W11 to W13, W15 to W17; B7). */
export function applicationChecks(rules: Rules, context: CheckContext): Check[] {
  const { filing, window, now, history, assurance } = context;
  const most = rules.amountsCents.value.length;
  const count = filing.trajectories.length;
  const fits = count >= 1 && count <= most;
  const total = fits
    ? awardTotal(
        awardFor(
          rules,
          filing.trajectories.map(({ track }, i) => ({ number: i + 1, track })),
        ),
      )
    : undefined;
  return [
    must("window", now >= window.opensAt && now <= window.closesAt, "Awb 4:26 · aanvraagtijdvak"),
    must("trajectories", fits, rules.amountsCents.source, { count, most }),
    must("assurance", reaches(assurance, rules.minimumAssurance.value), rules.minimumAssurance.source, {
      level: assurance,
      minimum: rules.minimumAssurance.value,
    }),
    registration(filing),
    must("insolvency", filing.declarations.notInsolvent, "Awb 4:35(2)(b)"),
    must(
      "double_funding",
      filing.declarations.noDoubleFunding,
      definitionOf(rules.scheme).sources.double_funding,
    ),
    ...(total === undefined
      ? []
      : [check("amount", "pass", rules.amountsCents.source, { total: formatMoney(total) })]),
    ...(total === undefined ? [] : [deMinimis(rules, context, total)]),
    accountName(filing),
    should("shared_account", history.sharedIban === 0, "Aanname: rekening hoort bij één onderneming", {
      count: history.sharedIban,
    }),
    ...(total === undefined
      ? []
      : [
          should(
            "accountability",
            total < rules.heavierAccountabilityFromCents.value,
            rules.heavierAccountabilityFromCents.source,
            {
              total: formatMoney(total),
              threshold: formatMoney(rules.heavierAccountabilityFromCents.value),
            },
          ),
        ]),
  ];
}

/** W15: the bank knows the account under the name that was typed; else a reviewer compares it with the statement. */
const accountName = ({ bank }: CheckContext["filing"]): Check =>
  check(
    "account_name",
    bank.nameCheck === "match" ? "pass" : "attention",
    "Aanname: rekening staat op naam van de aanvrager",
    {},
    bank.nameCheck === "match" ? {} : { variant: bank.nameCheck },
  );

/** W2: the employer is registered and has not stopped; a register that says nothing leaves it to a reviewer. */
function registration({ company }: CheckContext["filing"]): Check {
  const outcome =
    company.register === "active" ? "pass" : company.register === "ended" ? "fail" : "attention";
  const options = outcome === "attention" ? { variant: company.register } : {};
  return check("registration", outcome, "Handelsregisterwet 2007, art. 18; Awb 4:35", {}, options);
}
