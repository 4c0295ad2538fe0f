import { useTranslations } from "next-intl";
import { AwardAside } from "@/components/applications/award-aside";
import { NotSentYet } from "@/components/applications/not-sent-yet";
import { ExampleBadge } from "@/components/applications/state-badge";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Aside } from "@/components/ui/layout";
import { nextStep } from "@/lib/applications/next-step";
import type { DraftView } from "@/lib/applications/queries/read-draft";
import { useFormats } from "@/lib/i18n/use-formats";
import { AddTrajectory } from "./add-trajectory";
import { NextStepCard } from "./next-step-card";
import { SectionTasks, TrajectoryTasks } from "./task-list";

type Props = { draft: DraftView; justSaved: boolean };

/** A draft: that it was not sent, the one next step, and every part with its state. */
export function DraftOverview({ draft, justSaved }: Props) {
  const t = useTranslations("applications");
  const format = useFormats();
  const { scheme, year, isExample, phase, closesAt, savedAt, progress, award } = draft;
  const step = phase.phase === "open" ? nextStep(progress) : undefined;
  return (
    <Aside aside={<AwardAside lines={award} />}>
      <BackLink href="/applications">{t("mine.title")}</BackLink>
      <div className="application-row__title">
        <Heading level={1}>{t("draft.title", { scheme, year })}</Heading>
        {isExample && <ExampleBadge />}
      </div>
      {justSaved && (
        <Alert kind="ok" live>
          <p>{t("draft.justSaved")}</p>
        </Alert>
      )}
      <NotSentYet phase={phase} closesAt={closesAt} />
      {step && <NextStepCard draft={draft} step={step} />}
      <Heading level={2}>{t("draft.company")}</Heading>
      <SectionTasks draft={draft} sections={["company"]} />
      <Heading level={2}>{t("draft.trajectories")}</Heading>
      <TrajectoryTasks draft={draft} />
      {step?.kind !== "add-trajectory" && <AddTrajectory draft={draft} />}
      <Heading level={2}>{t("draft.rest")}</Heading>
      <SectionTasks draft={draft} sections={["stateAid", "bank", "declarations"]} withCheck />
      <p className="text-small text-quiet">{t("draft.saved", { savedAt: format.moment(savedAt) })}</p>
    </Aside>
  );
}
