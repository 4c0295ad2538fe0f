import type { ConceptContent } from "@/lib/concepts/concept";
import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import type { LetterMail, MailStatus, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { type Letter, paragraphs } from "../letter";
import { caseLetter, heading, paragraph } from "../parts";

/** `dueOn` is the last day by law when it was sent; until then it is that of the application. */
export type Delay = ConceptContent["delay_notice"] & { dueOn?: Day };

/** That the decision comes later, by when it can be expected, why, and what the employer can do (Awb 4:14, 4:17, 6:12). */
export function delayLetter(application: FiledApplication, { content, writtenOn }: Written<Delay>): Letter {
  const t = wordsOf("letters");
  const dueOn = formatDay(content.dueOn ?? application.dueOn);
  const expectedOn = formatDay(content.expectedOn);
  return caseLetter(application, {
    title: t("delay.title"),
    facts: [
      [t("facts.writtenOn"), formatDay(writtenOn)],
      [t("facts.expectedOn"), expectedOn],
    ],
    blocks: [
      paragraph(t("delay.lead", { dueOn, expectedOn })),
      heading(t("delay.why")),
      ...paragraphs(content.reason),
      heading(t("delay.means")),
      paragraph(t("delay.nothing")),
      paragraph(t("delay.notice", { dueOn })),
    ],
  });
}

/** The day by which the decision is expected; nothing after the decision. */
export const delayMail = ({ expectedOn }: Delay, { state }: MailStatus): LetterMail | undefined =>
  isUndecided(state) ? { values: { expectedOn: formatDay(expectedOn) } } : undefined;
