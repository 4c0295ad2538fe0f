import type { ConceptContent, TrajectoryAmount } from "@/lib/concepts/concept";
import type { Day } from "@/lib/day";
import { allInDutch, formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { type Cents, formatMoney, sumCents } from "@/lib/money";
import type { LetterMail, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { intentionLetter } from "../intention";
import type { Letter } from "../letter";
import { changedAmounts, paragraph } from "../parts";

/** `isOver`: the employer responded, the time to respond passed, or the intention was withdrawn. */
export type IntendedLowering = ConceptContent["intended_lowering"] & { isOver?: boolean };

/** The decision in force, and its amounts per trajectory. */
type Effect = { decidedOn: Day; fromCents: Cents; before: readonly TrajectoryAmount[] };

/** The intended lowering of a grant and its grounds (Awb 4:8). */
export function intendedLoweringLetter(
  application: FiledApplication,
  written: Written<IntendedLowering>,
  { decidedOn, fromCents, before }: Effect,
): Letter {
  const t = wordsOf("letters");
  const { kept } = written.content;
  const toCents = sumCents(kept.map(({ amountCents }) => amountCents));
  const change = toCents === 0 ? "withdraw" : "lower";
  const dropped = before.filter(({ trajectory }) => !kept.some((each) => each.trajectory === trajectory));
  const numbers = dropped.map(({ trajectory }) => String(trajectory));
  const amounts = { day: formatDay(decidedOn), from: formatMoney(fromCents), to: formatMoney(toCents) };
  const lead = [
    paragraph(t(`lowering.${change}.lead`, amounts)),
    paragraph(t("lowering.first")),
    ...(numbers.length > 0
      ? [paragraph(t("lowering.dropped", { count: numbers.length, numbers: allInDutch(numbers) }))]
      : []),
    ...changedAmounts(before, kept, "lowering.amount"),
  ];
  return intentionLetter(application, { title: t(`lowering.${change}.title`), lead }, written);
}

/** The last day to respond; nothing after that day. */
export const intendedLoweringMail = ({ untilOn, isOver }: IntendedLowering): LetterMail | undefined =>
  isOver ? undefined : { values: { respondBy: untilOn } };
