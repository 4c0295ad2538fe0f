import { wordsOf } from "@/lib/i18n/words";
import type { FiledApplication } from "./filed";
import { type Intention, intentionLetter } from "./intention";
import type { Letter } from "./letter";
import { paragraph } from "./parts";

/** What we mean to refuse and why (Awb 4:7). */
export function intendedRefusalLetter(application: FiledApplication, intention: Intention): Letter {
  const t = wordsOf("letters");
  return intentionLetter(application, t("intended.title"), [paragraph(t("intended.lead"))], intention);
}
