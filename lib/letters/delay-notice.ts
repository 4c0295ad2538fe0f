import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import type { FiledApplication } from "./filed";
import { type Letter, paragraphs } from "./letter";
import { checkLine, heading, letterTo, paragraph } from "./parts";

type Delay = { dueOn: Day; expectedOn: Day; reason: string; writtenOn: Day };

/** That the decision comes later, by when it can be expected, why, and what the employer can do (Awb 4:14, 4:17, 6:12). */
export function delayLetter(application: FiledApplication, delay: Delay): Letter {
  const t = wordsOf("letters");
  const [dueOn, expectedOn] = [formatDay(delay.dueOn), formatDay(delay.expectedOn)];
  const { scheme, year, reference } = application;
  return letterTo(application, t("delay.title"), [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [t("facts.scheme"), wordsOf("applications")("mine.name", { scheme, year })],
        [t("facts.writtenOn"), formatDay(delay.writtenOn)],
        [t("facts.expectedOn"), expectedOn],
      ],
    },
    paragraph(t("delay.lead", { dueOn, expectedOn })),
    heading(t("delay.why")),
    ...paragraphs(delay.reason),
    heading(t("delay.means")),
    paragraph(t("delay.nothing")),
    paragraph(t("delay.notice", { dueOn })),
    paragraph(t("decision.closing")),
    checkLine(application),
  ]);
}
