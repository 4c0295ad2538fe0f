import { reaches } from "@/lib/actor";
import { isSameName } from "@/lib/answers/bank";
import { aidSectorOf } from "@/lib/answers/sbi";
import { type Day, dayOf } from "@/lib/dates";
import { formatMoney } from "@/lib/money";
import type { Check, CheckContext } from "@/lib/schemes/check";
import { periodStart } from "@/lib/state-aid/ledger";
import { ODD_DAYS, oddDay } from "@/lib/state-aid/odd-day";
import { awardFor, awardTotal } from "./award";
import { check, must, should } from "./check";
import { deMinimis } from "./de-minimis-check";
import { cited } from "./parameters";
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
      : [check("amount", "pass", cited(rules.amountsCents), { total: formatMoney(total) })]),
    ...(total === undefined ? [] : [deMinimis(rules, context, total)]),
    aidSector(filing),
    ...aidDays(filing, dayOf(now)),
    accountName(filing, history.legalName),
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

/**
 * W15: the bank knows the account under the name that was typed; else a reviewer compares it with the statement. When
 * the bank was not asked, a name that is not the one in the trade register is shown beside it.
 */
function accountName({ bank }: CheckContext["filing"], legalName: string): Check {
  const article = "Aanname: rekening staat op naam van de aanvrager";
  if (bank.nameCheck === "match") return check("account_name", "pass", article);
  const isOther = bank.nameCheck === "not_checked" && !isSameName(bank.accountName, legalName);
  return check("account_name", "attention", article, isOther ? { name: bank.accountName, legalName } : {}, {
    variant: isOther ? "other_name" : bank.nameCheck,
  });
}

/**
 * The lower ceilings are for primary production: SBI 01.1 to 01.5 is farming, 03 is fishery (Regulation (EU) 2023/2831,
 * art. 1(1)). It has no lower ceiling for road haulage, which its predecessor had.
 */
function aidSector({ company, stateAid }: CheckContext["filing"]): Check {
  const expected = aidSectorOf(company.sbiCode);
  const holds = expected === stateAid.sector;
  return should("aid_sector", holds, "Verordening (EU) 2023/2831, artikel 1, eerste lid", {
    code: company.sbiCode,
    expected,
    answered: stateAid.sector,
  });
}

/** Aid with a future day, or with a day that no longer counts, probably has a wrong day. */
function aidDays({ stateAid }: CheckContext["filing"], today: Day): Check[] {
  const article = "Verordening (EU) 2023/2831, artikel 3, tweede lid";
  const period = { since: periodStart(today), today };
  return ODD_DAYS.flatMap((why) => {
    const [day, ...others] = stateAid.aid
      .map(({ grantedOn }) => grantedOn)
      .filter((on) => oddDay(on, period) === why);
    const values = { day: day ?? today, others: others.length };
    return day ? [check("aid_days", "attention", article, values, { variant: why })] : [];
  });
}

/** W2: the employer is registered and active; without an answer of the register a reviewer checks it. */
function registration({ company }: CheckContext["filing"]): Check {
  const outcome =
    company.register === "active" ? "pass" : company.register === "ended" ? "fail" : "attention";
  const options = outcome === "attention" ? { variant: company.register } : {};
  return check("registration", outcome, "Handelsregisterwet 2007, art. 18; Awb 4:35", {}, options);
}
