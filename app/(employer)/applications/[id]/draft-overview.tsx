import { useTranslations } from "next-intl";
import { AwardAside } from "@/components/applications/award-aside";
import { NotSentYet } from "@/components/applications/not-sent-yet";
import { ExampleBadge } from "@/components/applications/state-badge";
import { UnsavedAnswers } from "@/components/applications/unsaved-answers";
import { DocumentsTask } from "@/components/documents/documents-task";
import { Alert } from "@/components/ui/alert";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Aside } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { nextStep } from "@/lib/filing/next-step";
import type { DraftView } from "@/lib/filing/queries/read-draft";
import { useFormats } from "@/lib/i18n/use-formats";
import { forgetAnswersAction } from "./actions";
import { AddTrajectory } from "./add-trajectory";
import { NextStepCard } from "./next-step-card";
import { SectionTasks, TrajectoryTasks } from "./task-list";

export type DraftNews = "justSaved" | "fromPrecheck" | "fromCopy";
type Props = { draft: DraftView; news: DraftNews | undefined };

/** A draft: a notice that it was not sent, the next step, and every part with its state. */
export function DraftOverview({ draft, news }: Props) {
  const t = useTranslations("applications");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const { scheme, year, isExample, phase, closesAt, savedAt, award } = draft;
  const step = phase.phase === "open" ? nextStep(draft) : undefined;
  return (
    <Aside aside={<AwardAside lines={award} />}>
      <BackLink href="/applications">{t("mine.title")}</BackLink>
      <div className="application-row__title">
        <Heading level={1}>{t("draft.title", { scheme: schemes(`${scheme}.inText`), year })}</Heading>
        {isExample && <ExampleBadge />}
      </div>
      {news && (
        <Alert kind="ok" live>
          <p>{t(`draft.${news}`)}</p>
        </Alert>
      )}
      <NotSentYet phase={phase} closesAt={closesAt} />
      <UnsavedAnswers draft={draft} drop={forgetAnswersAction} />
      {step && <NextStepCard draft={draft} step={step} />}
      <Heading level={2}>{t("draft.company")}</Heading>
      <SectionTasks draft={draft} sections={["company"]} />
      <Heading level={2}>{t("draft.trajectories")}</Heading>
      <TrajectoryTasks draft={draft} />
      {step?.kind !== "add-trajectory" && <AddTrajectory draft={draft} />}
      <Heading level={2}>{t("draft.rest")}</Heading>
      <SectionTasks draft={draft} sections={["stateAid", "bank", "declarations"]}>
        <DocumentsTask
          applicationId={draft.id}
          documents={draft.documents}
          isMissing={draft.missingDocuments.length > 0}
        />
        <li>
          <Link href={`/applications/${draft.id}/check`}>{t("check.title")}</Link>
        </li>
      </SectionTasks>
      <p>
        <Link href={`/applications/${draft.id}/invite`}>{t("invite.link")}</Link>
      </p>
      <p className="text-small text-quiet">{t("draft.saved", { savedAt: format.moment(savedAt) })}</p>
    </Aside>
  );
}
