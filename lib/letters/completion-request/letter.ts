import { type Item, shiftsRank } from "@/lib/answers/completion-item";
import { itemTitle } from "@/lib/answers/completion-item-title";
import type { ConceptContent } from "@/lib/concepts/concept";
import { dayOf } from "@/lib/dates";
import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import type { LetterMail, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { type Block, type Letter, paragraphs } from "../letter";
import { caseLetter, heading, list, paragraph } from "../parts";

/** `rankDay` is the day that counted when it was sent; until then it is that of the application. */
export type CompletionRequest = ConceptContent["completion_request"] & { rankDay?: Day };

/** The request to complete: items, last day, how to answer, and its legal effects (Awb 4:5, 4:15, 2:10). */
export function completionLetter(
  application: FiledApplication,
  { content, writtenOn }: Written<CompletionRequest>,
  /** Keys of the trajectories, in order of number. */
  trajectoryKeys: readonly string[],
): Letter {
  const t = wordsOf("completionLetter");
  const letters = wordsOf("letters");
  const dueOn = formatDay(content.dueOn);
  const rankDay = formatDay(content.rankDay ?? application.rankDay);
  return caseLetter(application, {
    title: t("title", { dueOn }),
    facts: [[letters("facts.writtenOn"), formatDay(writtenOn)]],
    blocks: [
      paragraph(t("lead", { filedOn: formatDay(dayOf(application.submittedAt)) })),
      heading(t("items")),
      ...content.items.flatMap((item, place) => itemBlocks(item, place, trajectoryKeys)),
      heading(t("how")),
      paragraph(t("howSteps")),
      paragraph(t("deadline", { dueOn })),
      heading(t("effect")),
      list(
        t("suspended"),
        t("untreated"),
        t(shiftsRank(content.items) ? "rankShifts" : "rankStays", {
          rankDay,
          distribution: application.placedBy,
        }),
      ),
    ],
  });
}

/** One item: its question, its kind, and what is needed in the reviewer's words. */
function itemBlocks(item: Item, place: number, keys: readonly string[]): Block[] {
  const t = wordsOf("completionLetter");
  const title = t("item", {
    number: place + 1,
    title: itemTitle(item, keys),
    kind: t(item.listed ? "listed" : "substance"),
  });
  return [paragraph(title), ...paragraphs(item.words)];
}

/** That there is a request, and the last day to answer it. */
export const completionMail = ({ dueOn }: CompletionRequest): LetterMail => ({
  page: "completion",
  values: { dueOn },
});
