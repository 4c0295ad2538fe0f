import type { Agreement } from "@/lib/correspondence/queries/thread";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { awardFor } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import type { FiledApplication } from "../filed";
import type { Letter } from "../letter";
import { amountTable, heading, letterTo, list, paragraph } from "../parts";

type Signed = Pick<Agreement, "text" | "textVersion">;

/**
 * The receipt of an application: content, moment, place in the order, next steps (Awb 4:13), where to follow it, and the
 * declarations in the words that were signed.
 */
export function receiptLetter(
  application: FiledApplication,
  statusCode: string,
  signed: readonly Signed[],
): Letter {
  const t = wordsOf("letters");
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
    list(...signed.map(({ text, textVersion }) => t("receipt.declaration", { text, version: textVersion }))),
    paragraph(t("contact", { ...application.support, reference })),
    paragraph(t("receipt.version", { rules: rules.title, answers: answersVersion })),
  ]);
}
