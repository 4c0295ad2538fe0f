import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import type { FiledApplication } from "./filed";
import { type Block, type Letter, paragraphs } from "./letter";
import { checkLine, groundList, heading, letterTo, paragraph } from "./parts";

/** What was written to an employer before a decision; he can respond until the end of `untilOn`. */
export type Intention = { grounds: readonly string[]; explanation: string; untilOn: Day; writtenOn: Day };

/** A letter of what we mean to do, which `lead` says, why, and how the employer can first say what he thinks of it (Awb 4:9). */
export function intentionLetter(
  application: FiledApplication,
  title: string,
  lead: readonly Block[],
  { grounds, explanation, untilOn, writtenOn }: Intention,
): Letter {
  const t = wordsOf("letters");
  const { scheme, year, reference } = application;
  const until = formatDay(untilOn);
  return letterTo(application, title, [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [t("facts.scheme"), wordsOf("applications")("mine.name", { scheme, year })],
        [t("facts.writtenOn"), formatDay(writtenOn)],
        [t("facts.respondBy"), until],
      ],
    },
    ...lead,
    heading(t("intended.why")),
    ...groundList(grounds),
    ...paragraphs(explanation),
    heading(t("intended.respond")),
    paragraph(t("intended.respondHow", { until })),
    paragraph(t("intended.after")),
    paragraph(t("intended.noObjection")),
    paragraph(t("decision.closing")),
    checkLine(application),
  ]);
}
