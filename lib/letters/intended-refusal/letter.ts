import type { ConceptContent } from "@/lib/concepts/concept";
import { wordsOf } from "@/lib/i18n/words";
import type { LetterMail, MailStatus, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { intentionLetter } from "../intention";
import type { Letter } from "../letter";
import { paragraph } from "../parts";

export type IntendedRefusal = ConceptContent["intended_refusal"];

/** What we mean to refuse and why (Awb 4:7). */
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

/** Until when the employer can respond; nothing any more once that is over. */
export const intendedRefusalMail = (
  { untilOn }: IntendedRefusal,
  { state }: MailStatus,
): LetterMail | undefined => (state === "refusal_intended" ? { values: { respondBy: untilOn } } : undefined);
