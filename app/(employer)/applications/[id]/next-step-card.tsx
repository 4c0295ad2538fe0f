import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { isSection } from "@/lib/applications/draft";
import { nextStep, stepHref } from "@/lib/applications/next-step";
import type { DraftView } from "@/lib/applications/queries/read-draft";
import { AddTrajectory } from "./add-trajectory";

/** The one next step of a draft; none once its window is closed. */
export function NextStepCard({ draft }: { draft: DraftView }) {
  const t = useTranslations("applications.nextStep");
  if (draft.phase.phase !== "open") return null;
  const step = nextStep(draft.progress);
  const isFirst = draft.progress.every(({ state }) => state === "todo");
  return (
    <Card labelledBy="next-step">
      <Heading level={2} looksLike={3} id="next-step">
        {t(isFirst ? "first" : "title")}
      </Heading>
      <p>{t(wordsOf(step))}</p>
      {step.kind === "add-trajectory" ? (
        <AddTrajectory draft={draft} />
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

function wordsOf(step: ReturnType<typeof nextStep>) {
  if (step.kind !== "part") return step.kind;
  return isSection(step.part) ? step.part : "trajectory";
}
