import { type Item, shiftsRank } from "@/lib/answers/completion-item";
import { itemTitle } from "@/lib/answers/completion-item-title";
import type { Day } from "@/lib/dates";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { type Block, type Letter, paragraphs } from "@/lib/letters/letter";
import { heading, type LetterHead, letterTo, list, paragraph } from "@/lib/letters/parts";
import type { Distribution } from "@/lib/vocabulary/distribution";

type Asked = {
  items: readonly Item[];
  dueOn: Day;
  filedOn: Day;
  rankDay: Day;
  placedBy: Distribution;
  /** Keys of the trajectories, in order of number. */
  trajectoryKeys: readonly string[];
};

/** The request to complete as it is sent: what, by when, how, and what it does in law (Awb 4:5, 4:15, 2:10). */
export function completionLetter(head: LetterHead, asked: Asked): Letter {
  const t = wordsOf("completionLetter");
  const letters = wordsOf("letters");
  const { items, rankDay } = asked;
  const dueOn = formatDay(asked.dueOn);
  return letterTo(head, t("title", { dueOn }), [
    { kind: "facts", rows: [[letters("facts.reference"), head.reference]] },
    paragraph(t("lead", { filedOn: formatDay(asked.filedOn) })),
    heading(t("items")),
    ...items.flatMap((item, place) => itemBlocks(item, place, asked.trajectoryKeys)),
    heading(t("how")),
    paragraph(t("howSteps")),
    paragraph(t("deadline", { dueOn })),
    heading(t("effect")),
    list(
      t("suspended"),
      t("untreated"),
      t(shiftsRank(items) ? "rankShifts" : "rankStays", {
        rankDay: formatDay(rankDay),
        distribution: asked.placedBy,
      }),
    ),
  ]);
}

/** Which question, of what kind, and in the reviewer's own words what is needed. */
function itemBlocks(item: Item, place: number, keys: readonly string[]): Block[] {
  const t = wordsOf("completionLetter");
  const title = t("item", {
    number: place + 1,
    title: itemTitle(item, keys),
    kind: t(item.listed ? "listed" : "substance"),
  });
  return [paragraph(title), ...paragraphs(item.words)];
}
