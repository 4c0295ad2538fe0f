import type { Day } from "@/lib/day";
import { GROUND_CODES, GROUNDS } from "@/lib/decisions/grounds";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import type { FiledApplication } from "./filed";
import { type Letter, paragraphs } from "./letter";
import { checkLine, heading, letterTo, list, paragraph } from "./parts";

type Intention = { grounds: readonly string[]; explanation: string; untilOn: Day; writtenOn: Day };

/** What we mean to refuse and why, and how the employer can say what he thinks of it first (Awb 4:7, 4:9). */
export function intendedRefusalLetter(application: FiledApplication, intention: Intention): Letter {
  const t = wordsOf("letters");
  const words = wordsOf("applications");
  const { scheme, year, reference } = application;
  const given = GROUND_CODES.filter((code) => intention.grounds.includes(code));
  const until = formatDay(intention.untilOn);
  return letterTo(application, t("intended.title"), [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [t("facts.scheme"), words("mine.name", { scheme, year })],
        [t("facts.writtenOn"), formatDay(intention.writtenOn)],
        [t("facts.respondBy"), until],
      ],
    },
    paragraph(t("intended.lead")),
    heading(t("intended.why")),
    list(
      ...given.map((code) =>
        words("decision.ground", { words: words(`decision.grounds.${code}`), article: GROUNDS[code] }),
      ),
    ),
    ...paragraphs(intention.explanation),
    heading(t("intended.respond")),
    paragraph(t("intended.respondHow", { until })),
    paragraph(t("intended.after")),
    paragraph(t("intended.noObjection")),
    paragraph(t("decision.closing")),
    checkLine(application),
  ]);
}
