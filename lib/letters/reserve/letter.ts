import { refusalsFrom } from "@/lib/calendar/reserve-end";
import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney } from "@/lib/money";
import type { LetterMail, MailStatus } from "../definition";
import type { FiledApplication } from "../filed";
import type { Letter } from "../letter";
import { caseLetter, heading, paragraph } from "../parts";

/** Tells that no money is left now and that the application waits on the reserve list (Awb 4:25, 4:26). */
export function reserveLetter(application: FiledApplication, { writtenOn }: { writtenOn: Day }): Letter {
  const t = wordsOf("letters");
  const { rankDay, requestedCents, reserveEndsOn } = application;
  const from = formatDay(refusalsFrom(reserveEndsOn));
  return caseLetter(application, {
    title: t("reserve.title"),
    facts: [
      [t("facts.requested"), formatMoney(requestedCents)],
      [t("facts.rankDay"), formatDay(rankDay)],
      [t("facts.writtenOn"), formatDay(writtenOn)],
    ],
    blocks: [
      paragraph(t("reserve.lead")),
      heading(t("reserve.next")),
      paragraph(t("reserve.order")),
      paragraph(t("reserve.until", { until: formatDay(reserveEndsOn), from })),
      paragraph(t("reserve.wait", { from })),
      paragraph(t("reserve.noDecision")),
    ],
  });
}

/** That the application waits on the reserve list; nothing when it has left the list. */
export const reserveMail = (_content: unknown, { state }: MailStatus): LetterMail | undefined =>
  state === "reserve_list" ? { values: {} } : undefined;
