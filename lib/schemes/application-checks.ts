import { ASSURANCES } from "@/lib/actor";
import { formatMoney } from "@/lib/money";
import { ARTICLES } from "./articles";
import { awardFor, awardTotal } from "./award";
import { check, must, should } from "./check";
import type { Rules } from "./rules";
import type { Check, CheckContext } from "./scheme";

/** Checks on the application as a whole, the same for both schemes (W1, W2, W4, W11 to W13, W15 to W17; B7). */
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
    must(
      "assurance",
      level(assurance) >= level(rules.minimumAssurance.value),
      rules.minimumAssurance.source,
      {
        level: assurance,
        minimum: rules.minimumAssurance.value,
      },
    ),
    must("insolvency", filing.declarations.notInsolvent, "Awb 4:35(2)(b)"),
    must("double_funding", filing.declarations.noDoubleFunding, ARTICLES[rules.scheme].doubleFunding),
    ...(total === undefined
      ? []
      : [check("amount", "pass", rules.amountsCents.source, { total: formatMoney(total) })]),
    ...(total === undefined ? [] : [deMinimis(rules, filing.stateAid.deMinimisReceived, total)]),
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

const level = (assurance: CheckContext["assurance"]): number => ASSURANCES.indexOf(assurance);

/** W11: declared aid of three years plus this grant stays within the limit; attention above 90 %. */
function deMinimis(rules: Rules, received: number, total: number): Check {
  const limit = rules.deMinimisLimitCents.value;
  const sum = received + total;
  const values = {
    sum: formatMoney(sum as typeof limit),
    limit: formatMoney(limit),
    received: formatMoney(received as typeof limit),
  };
  const outcome =
    sum > limit ? "fail" : sum * 100 > limit * rules.deMinimisAttentionPercent.value ? "attention" : "pass";
  return check("de_minimis", outcome, rules.deMinimisLimitCents.source, values);
}
