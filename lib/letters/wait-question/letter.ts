import { refusalsFrom, waitsUntil } from "@/lib/calendar/reserve-end";
import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import type { LetterMail, MailStatus, Written } from "../definition";
import type { FiledApplication } from "../filed";
import type { Letter } from "../letter";
import { caseLetter, heading, paragraph } from "../parts";

/** The end of the reserve list for who does not agree again. */
export type WaitQuestion = { endsOn: Day };

/** Asks an employer whose consent to wait runs out whether to wait longer, and says what follows (Awb 4:15(2)(a), 4:25(2)). */
export function waitQuestionLetter(
  application: FiledApplication,
  { content: { endsOn }, writtenOn }: Written<WaitQuestion>,
): Letter {
  const t = wordsOf("letters");
  const days = {
    until: formatDay(endsOn),
    from: formatDay(refusalsFrom(endsOn)),
    waits: formatDay(waitsUntil(endsOn)),
  };
  return caseLetter(application, {
    title: t("waitQuestion.title"),
    facts: [
      [t("facts.writtenOn"), formatDay(writtenOn)],
      [t("facts.respondBy"), formatDay(endsOn)],
    ],
    blocks: [
      paragraph(t("waitQuestion.lead", days)),
      heading(t("waitQuestion.longer")),
      paragraph(t("waitQuestion.how", days)),
      heading(t("waitQuestion.not")),
      paragraph(t("waitQuestion.refusal", days)),
    ],
  });
}

/** Until when to answer; nothing when the application has left the list. */
export const waitQuestionMail = ({ endsOn }: WaitQuestion, { state }: MailStatus): LetterMail | undefined =>
  state === "reserve_list" ? { values: { from: formatDay(refusalsFrom(endsOn)) } } : undefined;
