import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import type { LetterMail, MailStatus, Written } from "../definition";
import type { FiledApplication } from "../filed";
import type { Letter } from "../letter";
import { caseLetter, paragraph } from "../parts";

/** The days between which the term was suspended, the last day to decide since, and why a consent to wait ended. */
export type Resumed = { startedOn: Day; endedOn: Day; dueOn: Day; waited?: "money" | "stopped" | undefined };

/** That the term for the decision runs again, and when it ends now (Awb 4:15(4)). */
export function resumptionLetter(
  application: FiledApplication,
  { content, writtenOn }: Written<Resumed>,
): Letter {
  const t = wordsOf("letters");
  const [startedOn, endedOn] = [formatDay(content.startedOn), formatDay(content.endedOn)];
  return caseLetter(application, {
    title: t("resumption.title"),
    facts: [[t("facts.writtenOn"), formatDay(writtenOn)]],
    blocks: [
      paragraph(t("resumption.lead", { startedOn, endedOn })),
      ...(content.waited ? [paragraph(t(`resumption.${content.waited}`))] : []),
      paragraph(t("resumption.due", { dueOn: formatDay(content.dueOn) })),
    ],
  });
}

/** The last day of the term; nothing after the decision. */
export const resumptionMail = ({ dueOn }: Resumed, { state }: MailStatus): LetterMail | undefined =>
  isUndecided(state) ? { values: { dueOn: formatDay(dueOn) } } : undefined;
