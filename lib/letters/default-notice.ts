import { defaultCounter, PENALTY_STEPS } from "@/lib/calendar/default-notice";
import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney } from "@/lib/money";
import type { FiledApplication } from "./filed";
import type { Letter } from "./letter";
import { checkLine, heading, letterTo, list, paragraph } from "./parts";

type Received = { receivedOn: Day; writtenOn: Day };

/** That a notice of default was received, and what follows from it: two weeks, and then a penalty a day (Awb 4:17, 4:18). */
export function defaultNoticeLetter(
  application: FiledApplication,
  { receivedOn, writtenOn }: Received,
): Letter {
  const t = wordsOf("letters");
  const { scheme, year, reference } = application;
  const { lastFreeOn, penaltyFrom, penaltyUntil, mostCents, setBy } = defaultCounter(receivedOn, {
    today: writtenOn,
  });
  return letterTo(application, t("default.title"), [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [t("facts.scheme"), wordsOf("applications")("mine.name", { scheme, year })],
        [t("facts.noticeOn"), formatDay(receivedOn)],
        [t("facts.writtenOn"), formatDay(writtenOn)],
      ],
    },
    paragraph(t("default.lead", { receivedOn: formatDay(receivedOn), lastFreeOn: formatDay(lastFreeOn) })),
    heading(t("default.penalty")),
    paragraph(t("default.from", { penaltyFrom: formatDay(penaltyFrom), most: formatMoney(mostCents) })),
    list(
      ...PENALTY_STEPS.map(({ days, centsPerDay }, place) =>
        t("default.step", { place: place + 1, days, amount: formatMoney(centsPerDay) }),
      ),
    ),
    paragraph(t("default.set", { penaltyUntil: formatDay(penaltyUntil), setBy: formatDay(setBy) })),
    paragraph(t("default.court")),
    paragraph(t("decision.closing")),
    checkLine(application),
  ]);
}
