import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { formatMoney } from "@/lib/money";
import type { FiledApplication } from "./filed";
import type { Letter } from "./letter";
import { checkLine, heading, letterTo, paragraph } from "./parts";

/** That the money is gone for now and the application waits for what comes free; no decision yet (Awb 4:25, 4:26). */
export function reserveLetter(application: FiledApplication, { writtenOn }: { writtenOn: Day }): Letter {
  const t = wordsOf("letters");
  const { scheme, year, reference, rankDay, requestedCents } = application;
  return letterTo(application, t("reserve.title"), [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [t("facts.scheme"), wordsOf("applications")("mine.name", { scheme, year })],
        [t("facts.requested"), formatMoney(requestedCents)],
        [t("facts.rankDay"), formatDay(rankDay)],
        [t("facts.writtenOn"), formatDay(writtenOn)],
      ],
    },
    paragraph(t("reserve.lead")),
    heading(t("reserve.next")),
    paragraph(t("reserve.order")),
    paragraph(t("reserve.nothing")),
    paragraph(t("reserve.noDecision")),
    paragraph(t("decision.closing")),
    checkLine(application),
  ]);
}
