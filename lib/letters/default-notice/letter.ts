import { defaultCounter, PENALTY_STEPS } from "@/lib/calendar/default-notice";
import type { ConceptContent } from "@/lib/concepts/concept";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney } from "@/lib/money";
import type { LetterMail, Written } from "../definition";
import type { FiledApplication } from "../filed";
import type { Letter } from "../letter";
import { caseLetter, heading, list, paragraph } from "../parts";

export type DefaultNotice = ConceptContent["default_notice"];

/** Confirms a notice of default and its consequences: two weeks, and then a penalty a day (Awb 4:17, 4:18). */
export function defaultNoticeLetter(
  application: FiledApplication,
  { content: { receivedOn }, writtenOn }: Written<DefaultNotice>,
): Letter {
  const t = wordsOf("letters");
  const counter = defaultCounter(receivedOn, { today: writtenOn });
  const received = formatDay(receivedOn);
  return caseLetter(application, {
    title: t("default.title"),
    facts: [
      [t("facts.noticeOn"), received],
      [t("facts.writtenOn"), formatDay(writtenOn)],
    ],
    blocks: [
      paragraph(t("default.lead", { receivedOn: received, lastFreeOn: formatDay(counter.lastFreeOn) })),
      heading(t("default.penalty")),
      paragraph(
        t("default.from", {
          penaltyFrom: formatDay(counter.penaltyFrom),
          most: formatMoney(counter.mostCents),
        }),
      ),
      list(
        ...PENALTY_STEPS.map(({ days, centsPerDay }, place) =>
          t("default.step", { place: place + 1, days, amount: formatMoney(centsPerDay) }),
        ),
      ),
      paragraph(
        t("default.set", {
          penaltyUntil: formatDay(counter.penaltyUntil),
          setBy: formatDay(counter.setBy),
        }),
      ),
      paragraph(t("default.court")),
    ],
  });
}

/** That the notice was received, and the last day without a penalty. */
export function defaultNoticeMail({ receivedOn }: DefaultNotice): LetterMail {
  const { lastFreeOn } = defaultCounter(receivedOn, { today: receivedOn });
  return { values: { receivedOn: formatDay(receivedOn), lastFreeOn: formatDay(lastFreeOn) } };
}
