import { formatDay, formatMoment } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import type { FiledApplication } from "../filed";
import type { Letter } from "../letter";
import { amountTable, heading, letterTo, list, paragraph } from "../parts";

const DECLARATIONS = [
  "truthful",
  "noDoubleFunding",
  "notInsolvent",
  "deMinimis",
  "participantsInformed",
] as const;

/** The receipt of an application: content, moment, place in the order, next steps (Awb 4:13) and where to follow it. */
export function receiptLetter(application: FiledApplication, statusCode: string): Letter {
  const t = wordsOf("letters");
  const form = wordsOf("form");
  const status = wordsOf("status");
  const { reference, scheme, year, legalName, submittedAt, rankDay, distribution, dueOn } = application;
  const { trajectories, rulesVersion, answersVersion } = application;
  const rules = rulesFor(rulesVersion);
  return letterTo(application, t("receipt.title"), [
    paragraph(t("receipt.lead")),
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [status("receipt.term"), statusCode],
        [
          t("facts.scheme"),
          wordsOf("applications")("mine.name", { scheme: wordsOf("schemes")(`${scheme}.name`), year }),
        ],
        [t("facts.employer"), legalName],
        [t("facts.moment"), formatMoment(submittedAt)],
        [t("facts.rankDay"), formatDay(rankDay)],
      ],
    },
    paragraph(status("receipt.text")),
    paragraph(t("receipt.rank", { distribution })),
    heading(t("receipt.trajectories")),
    list(...trajectories.map(({ number, track }) => t("receipt.trajectory", { number, track }))),
    paragraph(t("receipt.privacy")),
    heading(t("receipt.amount")),
    amountTable(awardFor(rules, trajectories)),
    paragraph(t("receipt.amountText")),
    heading(t("receipt.next")),
    list(
      t("receipt.nextReview"),
      t("receipt.nextDecision", {
        dueOn: formatDay(dueOn),
        term: t(`receipt.term.${application.termFrom}`, {
          weeks: application.decisionWeeks,
          closes: formatDay(application.closesOn),
        }),
      }),
      t("receipt.nextMail"),
    ),
    heading(t("receipt.declarations")),
    list(...DECLARATIONS.map((field) => form(`${field}.label`))),
    paragraph(t("receipt.version", { rules: rules.title, answers: answersVersion })),
  ]);
}
