import type { ConceptContent } from "@/lib/concepts/concept";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import type { Written } from "./definition";
import type { FiledApplication } from "./filed";
import { type Block, type Letter, paragraphs } from "./letter";
import { caseLetter, groundList, heading, paragraph } from "./parts";

/** An intention told to an employer before a decision; they can respond until the end of `untilOn`. */
type Intention = ConceptContent["intended_refusal"];

/** A letter about an intention, which `lead` names: its grounds and how the employer can respond (Awb 4:9). */
export function intentionLetter(
  application: FiledApplication,
  { title, lead }: { title: string; lead: readonly Block[] },
  { content: { grounds, explanation, untilOn }, writtenOn }: Written<Intention>,
): Letter {
  const t = wordsOf("letters");
  const until = formatDay(untilOn);
  return caseLetter(application, {
    title,
    facts: [
      [t("facts.writtenOn"), formatDay(writtenOn)],
      [t("facts.respondBy"), until],
    ],
    blocks: [
      ...lead,
      heading(t("intended.why")),
      ...groundList(grounds),
      ...paragraphs(explanation),
      heading(t("intended.respond")),
      paragraph(t("intended.respondHow", { until })),
      paragraph(t("intended.after")),
      paragraph(t("intended.noObjection")),
    ],
  });
}
