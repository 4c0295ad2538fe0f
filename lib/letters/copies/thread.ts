import type { Post } from "@/lib/correspondence/queries/thread";
import { formatMoment } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { type Letter, paragraphs } from "../letter";
import { heading, type LetterHead, letterTo, paragraph } from "../parts";

/** A copy of the questions and answers about one application, with author and moment. */
export function threadLetter(
  head: LetterHead,
  posts: readonly Pick<Post, "side" | "at" | "words">[],
): Letter {
  const t = wordsOf("letters");
  const by = wordsOf("correspondence");
  return letterTo(head, t("thread.title", { reference: head.reference }), [
    paragraph(t(posts.length === 0 ? "thread.none" : "thread.lead")),
    ...posts.flatMap(({ side, at, words }) => [
      heading(by(`questions.${side}`, { moment: formatMoment(at) })),
      ...paragraphs(words),
    ]),
  ]);
}
