import type { Day } from "@/lib/day";
import { LOWERING_CODES, LOWERING_GROUNDS } from "@/lib/decisions/grounds";
import { allInDutch, formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { type Cents, formatMoney } from "@/lib/money";
import type { FiledApplication } from "./filed";
import { type Letter, paragraphs } from "./letter";
import { checkLine, heading, letterTo, list, paragraph } from "./parts";

type Intention = {
  grounds: readonly string[];
  explanation: string;
  untilOn: Day;
  writtenOn: Day;
  /** The decision that stands, and what would be left of it. */
  decidedOn: Day;
  fromCents: Cents;
  toCents: Cents;
  dropped: readonly number[];
};

/** What we mean to take back of a grant and why, and how the employer can say what he thinks of it first (Awb 4:8, 4:9). */
export function intendedLoweringLetter(application: FiledApplication, intention: Intention): Letter {
  const t = wordsOf("letters");
  const words = wordsOf("applications");
  const { scheme, year, reference } = application;
  const { grounds, decidedOn, fromCents, toCents, dropped } = intention;
  const change = toCents === 0 ? "withdraw" : "lower";
  const until = formatDay(intention.untilOn);
  const amounts = { day: formatDay(decidedOn), from: formatMoney(fromCents), to: formatMoney(toCents) };
  return letterTo(application, t(`lowering.${change}.title`), [
    {
      kind: "facts",
      rows: [
        [t("facts.reference"), reference],
        [t("facts.scheme"), words("mine.name", { scheme, year })],
        [t("facts.writtenOn"), formatDay(intention.writtenOn)],
        [t("facts.respondBy"), until],
      ],
    },
    paragraph(t(`lowering.${change}.lead`, amounts)),
    paragraph(t("lowering.first")),
    paragraph(t("lowering.dropped", { count: dropped.length, numbers: allInDutch(dropped.map(String)) })),
    heading(t("intended.why")),
    list(
      ...LOWERING_CODES.filter((code) => grounds.includes(code)).map((code) =>
        words("decision.ground", {
          words: words(`decision.grounds.${code}`),
          article: LOWERING_GROUNDS[code],
        }),
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
