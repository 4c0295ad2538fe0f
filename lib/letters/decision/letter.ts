import { addMonths, dayOf } from "@/lib/dates";
import type { Day } from "@/lib/day";
import { isReconsidered } from "@/lib/decisions/reconsidering";
import { amountsOf, type Replaced } from "@/lib/decisions/revision";
import { NotFound } from "@/lib/errors";
import { allInDutch, formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { type Cents, formatMoney } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { AID_TITLES, type AidSector } from "@/lib/state-aid/regulations";
import type { Outcome } from "@/lib/vocabulary/outcomes";
import type { LetterMail, MailStatus, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { type Block, type Letter, paragraphs } from "../letter";
import { amountTable, caseLetter, changedAmounts, groundList, heading, list, paragraph } from "../parts";
import { accountabilityOf } from "./accountability";

export type Decided = {
  outcome: Outcome;
  lines: readonly AwardLine[];
  amountCents: Cents;
  grounds: readonly string[];
  explanation: string;
  /** The earlier decision, when this one is a revision. */
  replaces?: Replaced | undefined;
  /** The day of the refusal for want of money in whose place it comes, now that money came free. */
  reconsiders?: Day | undefined;
  /** Day on which the employer asked to lower the grant. */
  askedOn?: Day | null | undefined;
  /** The days of the intended lowering and of the employer's response. */
  heard?: { toldOn: Day; respondedOn?: Day | undefined } | undefined;
};

/** The facts of a letter of the day on which it is published. */
export type Published = {
  /** The last day to object, or to appeal when it was decided on an objection. */
  objectUntil: Day;
  /** The last day to pay: six weeks after the decision is made known (Awb 4:87). */
  payBy: Day;
  /** The last four characters of the account that was filed. */
  accountEnd: string;
  sector: AidSector;
};

/**
 * The letter of a decision: outcome, grounds, consequences, and how to object (Awb 3:45 to 3:47, 4:30, 4:37; Regulation
 * (EU) 2023/2831 art. 7(4)).
 */
export function decisionLetter(
  application: FiledApplication,
  { content: decision, writtenOn: decidedOn }: Written<Decided>,
  published: Published,
): Letter {
  const t = wordsOf("letters");
  return caseLetter(application, {
    title: titleOf(decision),
    facts: [[t("facts.decidedOn"), formatDay(decidedOn)]],
    blocks: [
      ...lead(application, decision),
      ...reasons(application, decision),
      ...(decision.lines.length > 0 ? granted(application, decision, decidedOn, published) : []),
      ...(isLess(decision) ? [heading(t("decision.back.heading")), paragraph(t("decision.back.text"))] : []),
      ...(isReconsidered(decision) ? [paragraph(t("decision.promise"))] : []),
      ...legalBase(application, decision),
      ...objection(application, decision, published.objectUntil),
    ],
  });
}

/** The last day to object or appeal. Throws NotFound while the letter is not published. */
export function decisionMail({ replaces }: Decided, { objectUntil }: MailStatus): LetterMail {
  if (!objectUntil) throw new NotFound("published letter of the decision");
  const remedy = replaces?.change === "grant_on_objection" ? "appeal" : "objection";
  return { values: { objectBefore: objectUntil, remedy } };
}

const isLess = ({ replaces }: Decided) => replaces && replaces.change !== "grant_on_objection";

function titleOf({ outcome, replaces }: Decided): string {
  const t = wordsOf("letters");
  return t(replaces ? `decision.revision.${replaces.change}.title` : `decision.title.${outcome}`);
}

/** The outcome; for a revision also the earlier decision and the first day it counts (Awb 4:48(2)). */
function lead(application: FiledApplication, decision: Decided): Block[] {
  const { outcome, amountCents, replaces, askedOn } = decision;
  const t = wordsOf("letters");
  if (!replaces) {
    const isNowPossible = outcome === "grant" || outcome === "grant_in_part";
    const before =
      decision.reconsiders && isNowPossible
        ? [paragraph(t("decision.reconsidered", { day: formatDay(decision.reconsiders) }))]
        : [];
    const words = {
      filedOn: formatDay(dayOf(application.submittedAt)),
      amount: formatMoney(amountCents),
      requested: formatMoney(application.requestedCents),
    };
    return [paragraph(t(`decision.lead.${outcome}`, words)), ...before];
  }
  const { change } = replaces;
  const day = formatDay(replaces.decidedOn);
  const part = outcome === "grant_in_part" ? "yes" : "no";
  const words = { day, from: formatMoney(replaces.amountCents), to: formatMoney(amountCents), part };
  return [
    paragraph(t(`decision.revision.${change}.lead`, words)),
    paragraph(t(`decision.revision.${askedOn ? "askedEffect" : (`${change}.effect` as const)}`, { day })),
  ];
}

function reasons(application: FiledApplication, decision: Decided) {
  const { outcome, grounds, explanation, replaces } = decision;
  const t = wordsOf("letters");
  const given = groundList(grounds);
  if (given.length === 0 && explanation.trim() === "") return [];
  const why = replaces
    ? (`decision.revision.${replaces.change}.why` as const)
    : (`decision.why.${outcome}` as const);
  return [
    heading(t(why)),
    ...left(application, decision),
    ...(replaces
      ? changedAmounts(amountsOf(replaces.lines), amountsOf(decision.lines), "decision.revision.amount")
      : []),
    ...heardOn(decision),
    ...given,
    ...paragraphs(explanation),
  ];
}

/** That the employer asked for the lowering, or was heard about it (Awb 4:8). */
function heardOn(decision: Decided): Block[] {
  const t = wordsOf("letters");
  const { askedOn, heard } = decision;
  if (!isLess(decision)) return [];
  if (askedOn) return [paragraph(t("decision.revision.asked", { day: formatDay(askedOn) }))];
  if (!heard) return [];
  const { toldOn, respondedOn } = heard;
  const told = { toldOn: formatDay(toldOn) };
  return [
    paragraph(
      respondedOn
        ? t("decision.revision.responded", { ...told, respondedOn: formatDay(respondedOn) })
        : t("decision.revision.silent", told),
    ),
  ];
}

/** The trajectories for which nothing is granted, or no longer. */
function left({ trajectories }: FiledApplication, { outcome, lines, replaces }: Decided): Block[] {
  const t = wordsOf("letters");
  const before =
    replaces?.lines.map(({ trajectory }) => trajectory) ?? trajectories.map(({ number }) => number);
  const numbers = [...new Set(before)].filter((n) => !lines.some(({ trajectory }) => trajectory === n));
  const words = { count: numbers.length, numbers: allInDutch(numbers.map(String)) };
  if (numbers.length === 0) return [];
  if (replaces)
    return replaces.change === "grant_on_objection"
      ? [paragraph(t("decision.revision.noLonger", words))]
      : [paragraph(t(`decision.revision.${replaces.change}.dropped`, words))];
  return outcome === "grant_in_part" ? [paragraph(t("decision.refused", words))] : [];
}

function granted(
  { rulesVersion }: FiledApplication,
  decision: Decided,
  decidedOn: Day,
  { payBy, accountEnd, sector }: Published,
): Block[] {
  const t = wordsOf("letters");
  const { lines, amountCents, replaces } = decision;
  if (replaces && isLess(decision)) {
    const words = { day: formatDay(replaces.decidedOn) };
    return [
      heading(t("decision.amount")),
      amountTable(lines),
      heading(t("decision.obligations")),
      paragraph(t("decision.obligation.stay", words)),
    ];
  }
  const women = lines.some(({ track }) => track === "women");
  const rules = rulesFor(rulesVersion);
  const accountability = accountabilityOf(rules, amountCents);
  const until = formatDay(addMonths(decidedOn, rules.activitiesEndWithinMonths.value));
  return [
    heading(t("decision.amount")),
    amountTable(lines),
    heading(t("decision.obligations")),
    list(
      t("decision.obligation.activities", { until }),
      ...(women ? [t("decision.obligation.women")] : []),
      t("decision.obligation.changes"),
      t("decision.obligation.records"),
      t("decision.obligation.show"),
      t("decision.obligation.double"),
    ),
    paragraph(t("decision.obligation.base")),
    paragraph(t("decision.obligation.fine", { until })),
    heading(t("decision.payment")),
    paragraph(t(`decision.paid.${accountability}`)),
    paragraph(t("decision.payBy", { account: accountEnd, payBy: formatDay(payBy) })),
    paragraph(t(`decision.settled.${accountability}`, { until })),
    paragraph(t("decision.less")),
    heading(t("decision.aid.heading")),
    paragraph(t("decision.aid.text", { amount: formatMoney(amountCents), regulation: AID_TITLES[sector] })),
  ];
}

function legalBase(
  { scheme, rulesVersion }: FiledApplication,
  { outcome, replaces, askedOn }: Decided,
): Block[] {
  const t = wordsOf("letters");
  const { title } = rulesFor(rulesVersion);
  const isRefused = !replaces && (outcome === "refuse" || outcome === "grant_in_part");
  return [
    heading(t("decision.base")),
    list(
      t(`decision.scheme.${scheme}`, { title }),
      t("decision.law"),
      ...(replaces ? [] : [t("decision.framework")]),
      ...(replaces && !askedOn ? [t(`decision.revision.${replaces.change}.law`)] : []),
      ...(isRefused ? [t("decision.lawRefuse")] : []),
      ...(outcome === "not_treat" ? [t("decision.lawNotTreat")] : []),
    ),
  ];
}

/** How to object; or, after that, how to appeal to the court (Awb 7:1, 8:1). */
function objection(
  { reference, support }: FiledApplication,
  { replaces }: Decided,
  objectUntil: Day,
): Block[] {
  const t = wordsOf("letters");
  const day = formatDay(objectUntil);
  const texts =
    replaces?.change === "grant_on_objection"
      ? [
          t("decision.appeal.term", { day }),
          t("decision.appeal.where"),
          t("decision.appeal.what", { reference }),
        ]
      : [
          t("decision.objectionTerm", { day }),
          t("decision.objectionWhere"),
          t("decision.objectionDigital", { email: support.objectionEmail }),
          t("decision.objectionWhat", { reference }),
        ];
  return [heading(t("decision.objection")), ...texts.map(paragraph)];
}
