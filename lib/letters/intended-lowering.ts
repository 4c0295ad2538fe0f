import type { Day } from "@/lib/day";
import { allInDutch, formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { type Cents, formatMoney } from "@/lib/money";
import type { FiledApplication } from "./filed";
import { type Intention, intentionLetter } from "./intention";
import type { Letter } from "./letter";
import { paragraph } from "./parts";

type IntendedLowering = Intention & {
  /** The decision that stands, and what would be left of it. */
  decidedOn: Day;
  fromCents: Cents;
  toCents: Cents;
  dropped: readonly number[];
};

/** What we mean to take back of a grant and why (Awb 4:8). */
export function intendedLoweringLetter(application: FiledApplication, intention: IntendedLowering): Letter {
  const t = wordsOf("letters");
  const { decidedOn, fromCents, toCents, dropped } = intention;
  const change = toCents === 0 ? "withdraw" : "lower";
  const amounts = { day: formatDay(decidedOn), from: formatMoney(fromCents), to: formatMoney(toCents) };
  const lead = [
    paragraph(t(`lowering.${change}.lead`, amounts)),
    paragraph(t("lowering.first")),
    paragraph(t("lowering.dropped", { count: dropped.length, numbers: allInDutch(dropped.map(String)) })),
  ];
  return intentionLetter(application, t(`lowering.${change}.title`), lead, intention);
}
