import { dayOf } from "@/lib/dates";
import { STATED_GROUND_CODES, STATED_GROUNDS } from "@/lib/decisions/grounds";
import { allInDutch, formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney } from "@/lib/money";
import { rulesFor } from "@/lib/schemes/rules";
import { accountabilityOf } from "./accountability";
import type { FiledApplication, FiledDecision } from "./filed";
import { type Block, type Letter, paragraphs } from "./letter";
import { amountTable, checkLine, heading, letterTo, list, paragraph } from "./parts";

/** The decision as it is sent: what, why, on what ground, what follows, and how to object (Awb 3:45 to 3:47, 4:30). */
export function decisionLetter(application: FiledApplication, decision: FiledDecision): Letter {
  const t = wordsOf("letters");
  const { outcome, amountCents, decidedOn } = decision;
  const { scheme, year } = application;
  const filedOn = formatDay(dayOf(application.submittedAt));
  const amount = formatMoney(amountCents);
  const requested = formatMoney(application.requestedCents);
  return letterTo(application, t(`decision.title.${outcome}`), [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), application.reference],
        [t("facts.scheme"), wordsOf("applications")("mine.name", { scheme, year })],
        [t("facts.decidedOn"), formatDay(decidedOn)],
      ],
    },
    paragraph(t(`decision.lead.${outcome}`, { filedOn, amount, requested })),
    ...reasons(application, decision),
    ...(decision.lines.length > 0 ? granted(application, decision) : []),
    ...legalBase(application, decision),
    ...objection(application, decision),
    paragraph(t("decision.closing")),
    checkLine(application),
  ]);
}

function reasons(application: FiledApplication, { outcome, lines, grounds, explanation }: FiledDecision) {
  const t = wordsOf("letters");
  const words = wordsOf("applications");
  const given = STATED_GROUND_CODES.filter((code) => grounds.includes(code));
  if (given.length === 0 && explanation.trim() === "") return [];
  const left = application.trajectories
    .map(({ number }) => number)
    .filter((n) => !lines.some((l) => l.trajectory === n));
  const refused = { count: left.length, numbers: allInDutch(left.map(String)) };
  const blocks: Block[] = [heading(t(`decision.why.${outcome}`))];
  if (outcome === "grant_in_part" && left.length > 0) blocks.push(paragraph(t("decision.refused", refused)));
  if (given.length > 0)
    blocks.push(
      list(
        ...given.map((code) =>
          words("decision.ground", {
            words: words(`decision.grounds.${code}`),
            article: STATED_GROUNDS[code],
          }),
        ),
      ),
    );
  return [...blocks, ...paragraphs(explanation)];
}

function granted({ rulesVersion }: FiledApplication, { lines, amountCents }: FiledDecision): Block[] {
  const t = wordsOf("letters");
  const women = lines.some(({ track }) => track === "women");
  const accountability = accountabilityOf(rulesFor(rulesVersion), amountCents);
  return [
    heading(t("decision.amount")),
    amountTable(lines),
    heading(t("decision.obligations")),
    list(
      t("decision.obligation.activities"),
      ...(women ? [t("decision.obligation.women")] : []),
      t("decision.obligation.changes"),
      t("decision.obligation.records"),
      t("decision.obligation.double"),
    ),
    paragraph(t("decision.obligation.base")),
    heading(t("decision.payment")),
    paragraph(t(`decision.paid.${accountability}`)),
    paragraph(t(`decision.settled.${accountability}`)),
    paragraph(t("decision.less")),
  ];
}

function legalBase({ scheme, rulesVersion }: FiledApplication, { outcome }: FiledDecision): Block[] {
  const t = wordsOf("letters");
  const { title } = rulesFor(rulesVersion);
  return [
    heading(t("decision.base")),
    list(
      t(`decision.scheme.${scheme}`, { title }),
      t("decision.law"),
      ...(outcome === "refuse" || outcome === "grant_in_part" ? [t("decision.lawRefuse")] : []),
      ...(outcome === "not_treat" ? [t("decision.lawNotTreat")] : []),
    ),
  ];
}

function objection({ reference }: FiledApplication, { objectUntil }: FiledDecision): Block[] {
  const t = wordsOf("letters");
  return [
    heading(t("decision.objection")),
    paragraph(t("decision.objectionTerm", { day: formatDay(objectUntil) })),
    paragraph(t("decision.objectionWhere")),
    paragraph(t("decision.objectionWhat", { reference })),
  ];
}
