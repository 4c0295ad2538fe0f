import type { ConceptContent } from "@/lib/concepts/concept";
import { wordsOf } from "@/lib/i18n/words";
import type { LetterMail, MailStatus, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { intentionLetter } from "../intention";
import type { Letter } from "../letter";
import { paragraph } from "../parts";

export type IntendedRefusal = ConceptContent["intended_refusal"];

/** The intended refusal and its grounds (Awb 4:7). */
export function intendedRefusalLetter(
  application: FiledApplication,
  written: Written<IntendedRefusal>,
): Letter {
  const t = wordsOf("letters");
  return intentionLetter(
    application,
    { title: t("intended.title"), lead: [paragraph(t("intended.lead"))] },
    written,
  );
}

/** The last day to respond; nothing after that day. */
export const intendedRefusalMail = (
  { untilOn }: IntendedRefusal,
  { state }: MailStatus,
): LetterMail | undefined => (state === "refusal_intended" ? { values: { respondBy: untilOn } } : undefined);
