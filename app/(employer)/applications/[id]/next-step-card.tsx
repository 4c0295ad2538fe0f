import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { isSection } from "@/lib/answers/draft";
import { type NextStep, stepHref } from "@/lib/filing/next-step";
import type { DraftView } from "@/lib/filing/queries/read-draft";
import { AddTrajectory } from "./add-trajectory";

/** The one next step of a draft. */
export function NextStepCard({ draft, step }: { draft: DraftView; step: NextStep }) {
  const t = useTranslations("applications.nextStep");
  const isFirst = draft.progress.every(({ state }) => state === "todo");
  return (
    <Card labelledBy="next-step">
      <Heading level={2} looksLike={3} id="next-step">
        {t(isFirst ? "first" : "title")}
      </Heading>
      <p>{t(wordsOf(step))}</p>
      {step.kind === "add-trajectory" ? (
        <AddTrajectory draft={draft} isNext />
      ) : (
        <div className="actions">
          <ButtonLink href={stepHref(draft.id, step)}>
            {t(step.kind === "check" ? "toCheck" : "goOn")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function wordsOf(step: NextStep) {
  if (step.kind !== "part") return step.kind;
  return isSection(step.part) ? step.part : "trajectory";
}
