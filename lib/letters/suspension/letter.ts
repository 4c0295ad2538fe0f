import { refusalsFrom } from "@/lib/calendar/reserve-end";
import type { ConceptContent } from "@/lib/concepts/concept";
import type { Day } from "@/lib/day";
import { formatDay } from "@/lib/i18n/format";
import { wordsOf } from "@/lib/i18n/words";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import type { LetterMail, MailStatus, Written } from "../definition";
import type { FiledApplication } from "../filed";
import { type Block, type Letter, paragraphs } from "../letter";
import { caseLetter, heading, paragraph } from "../parts";

/** `dueOn`: the last day to decide when the term runs again on the day that it names. */
export type Stopped = ConceptContent["suspension"] & { dueOn?: Day | undefined };

/** That the term for the decision stands still, why, from when it runs again and when it then ends (Awb 4:15). */
export function suspensionLetter(
  application: FiledApplication,
  { content, writtenOn }: Written<Stopped>,
): Letter {
  const t = wordsOf("letters");
  const { ground, reason } = content;
  const [resumesOn, dueOn] = [formatDay(content.resumesOn), formatDay(content.dueOn ?? application.dueOn)];
  return caseLetter(application, {
    title: t("suspension.title"),
    facts: [
      [t("facts.writtenOn"), formatDay(writtenOn)],
      [t("facts.resumesOn"), resumesOn],
    ],
    blocks: [
      paragraph(t(`suspension.lead.${ground}`)),
      heading(t("suspension.why")),
      ...paragraphs(reason),
      heading(t("suspension.means")),
      paragraph(t("suspension.runs", { resumesOn, dueOn })),
      ...(ground === "wait" ? waiting(content.dueOn ?? application.dueOn) : []),
    ],
  });
}

/** When the list ends now, on the last day to decide, and how to stop waiting. */
function waiting(endsOn: Day): Block[] {
  const t = wordsOf("letters");
  const days = { until: formatDay(endsOn), from: formatDay(refusalsFrom(endsOn)) };
  return [paragraph(t("suspension.waitEnds", days)), paragraph(t("suspension.stop"))];
}

/** The day on which the term runs again; nothing after the decision. */
export const suspensionMail = ({ resumesOn }: Stopped, { state }: MailStatus): LetterMail | undefined =>
  isUndecided(state) ? { values: { resumesOn: formatDay(resumesOn) } } : undefined;
