import type { TrajectoryAmount } from "@/lib/concepts/concept";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal } from "@/lib/schemes/award";
import { STATED_GROUND_CODES, STATED_GROUNDS } from "@/lib/vocabulary/grounds";
import type { FiledApplication } from "./filed";
import type { Block, Letter } from "./letter";

/** The facts of an application in the head of every letter. */
export type LetterHead = Pick<FiledApplication, "reference" | "isExample" | "legalName" | "kvkNumber">;

/** Sender, addressee and foot of every letter to an employer; a letter of an example window says so first. */
export function letterTo(application: LetterHead, title: string, blocks: readonly Block[]): Letter {
  const t = wordsOf("letters");
  const notice: Block[] = application.isExample ? [{ kind: "notice", text: t("example") }] : [];
  return {
    title,
    sender: t("sender"),
    addressee: [application.legalName, t("kvk", { number: application.kvkNumber })],
    foot: t("foot", { reference: application.reference }),
    page: t("page"),
    blocks: [...notice, ...blocks],
  };
}

type Fact = readonly [term: string, value: string];

/**
 * A letter about one application: the facts that all have and those of its own, what it says, who signs, and how the
 * reader can tell that it is real: with the file itself, on a page of the portal.
 */
export function caseLetter(
  application: FiledApplication,
  { title, facts, blocks }: { title: string; facts: readonly Fact[]; blocks: readonly Block[] },
): Letter {
  const t = wordsOf("letters");
  const { scheme, year, reference, checkAt, support } = application;
  return letterTo(application, title, [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [
          t("facts.scheme"),
          wordsOf("applications")("mine.name", { scheme: wordsOf("schemes")(`${scheme}.name`), year }),
        ],
        ...facts,
      ],
    },
    ...blocks,
    paragraph(t("contact", { ...support, reference })),
    paragraph(t("decision.closing")),
    { kind: "notice", text: t("check", { address: checkAt }) },
  ]);
}

export const heading = (text: string): Block => ({ kind: "heading", text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const list = (...items: string[]): Block => ({ kind: "list", items });

/** Grounds with their article, in the order of letters; empty without grounds. */
export function groundList(grounds: readonly string[]): Block[] {
  const words = wordsOf("applications");
  const given = STATED_GROUND_CODES.filter((code) => grounds.includes(code)).map((code) =>
    words("decision.ground", { words: words(`decision.grounds.${code}`), article: STATED_GROUNDS[code] }),
  );
  return given.length > 0 ? [list(...given)] : [];
}

/** The trajectories that stay with another amount: what it was and what it becomes. */
export function changedAmounts(
  before: readonly TrajectoryAmount[],
  after: readonly TrajectoryAmount[],
  sentence: "lowering.amount" | "decision.revision.amount",
): Block[] {
  const t = wordsOf("letters");
  const rows = after.flatMap(({ trajectory, amountCents }) => {
    const was = before.find((each) => each.trajectory === trajectory);
    if (!was || was.amountCents === amountCents) return [];
    const words = {
      number: String(trajectory),
      from: formatMoney(was.amountCents),
      to: formatMoney(amountCents),
    };
    return [t(sentence, words)];
  });
  return rows.length > 0 ? [list(...rows)] : [];
}

/** An award as lines that explain themselves and add up. */
export function amountTable(lines: readonly AwardLine[]): Block {
  const t = wordsOf("letters");
  const award = wordsOf("applications");
  return {
    kind: "table",
    head: [t("amount.what"), t("amount.article"), t("amount.amount")],
    rows: lines.map(({ item, trajectory, track, article, amountCents }) => [
      award(`award.item.${item}`, { number: trajectory, track }),
      article,
      formatMoney(amountCents),
    ]),
    total: [t("amount.total"), formatMoney(awardTotal(lines))],
  };
}
