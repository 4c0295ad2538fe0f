import type { ConceptContent } from "@/lib/concepts/concept";
import type { Day } from "@/lib/day";
import { allInDutch, formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { type Cents, formatMoney } from "@/lib/money";
import type { LetterMail, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { intentionLetter } from "../intention";
import type { Letter } from "../letter";
import { paragraph } from "../parts";

/** `isOver`: the employer responded, the time to respond passed, or the intention was withdrawn. */
export type IntendedLowering = ConceptContent["intended_lowering"] & { isOver?: boolean };

/** The present decision, and what would be left of it. */
type Effect = { decidedOn: Day; fromCents: Cents; toCents: Cents; dropped: readonly number[] };

/** The intended lowering of a grant and its grounds (Awb 4:8). */
export function intendedLoweringLetter(
  application: FiledApplication,
  written: Written<IntendedLowering>,
  { decidedOn, fromCents, toCents, dropped }: Effect,
): Letter {
  const t = wordsOf("letters");
  const change = toCents === 0 ? "withdraw" : "lower";
  const amounts = { day: formatDay(decidedOn), from: formatMoney(fromCents), to: formatMoney(toCents) };
  const lead = [
    paragraph(t(`lowering.${change}.lead`, amounts)),
    paragraph(t("lowering.first")),
    paragraph(t("lowering.dropped", { count: dropped.length, numbers: allInDutch(dropped.map(String)) })),
  ];
  return intentionLetter(application, { title: t(`lowering.${change}.title`), lead }, written);
}

/** The last day to respond; nothing after that day. */
export const intendedLoweringMail = ({ untilOn, isOver }: IntendedLowering): LetterMail | undefined =>
  isOver ? undefined : { values: { respondBy: untilOn } };
