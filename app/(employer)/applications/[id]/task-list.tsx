import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/applications/action-form";
import { PartBadge } from "@/components/applications/state-badge";
import { Link } from "@/components/ui/link";
import type { Section } from "@/lib/answers/answers";
import type { Part } from "@/lib/answers/draft";
import { partHref } from "@/lib/filing/next-step";
import type { DraftView, TrajectoryView } from "@/lib/filing/queries/read-draft";
import { addTrajectoryAction } from "./actions";

const stateOf = (draft: DraftView, part: Part) =>
  draft.progress.find((candidate) => candidate.part === part)?.state ?? "todo";

type SectionsProps = { draft: DraftView; sections: readonly Section[]; children?: ReactNode };

/** One line for each section, followed by the other lines of the list. */
export function SectionTasks({ draft, sections, children }: SectionsProps) {
  const t = useTranslations("applications");
  return (
    <ul className="task-list">
      {sections.map((section) => (
        <li key={section}>
          <Link href={partHref(draft.id, section)}>{t(`parts.${section}.title`)}</Link>
          <PartBadge state={stateOf(draft, section)} />
        </li>
      ))}
      {children}
    </ul>
  );
}

export function TrajectoryTasks({ draft }: { draft: DraftView }) {
  const t = useTranslations("applications.draft");
  if (draft.trajectories.length === 0) return <p>{t("noTrajectories")}</p>;
  return (
    <ul className="task-list">
      {draft.trajectories.map((trajectory) => (
        <TrajectoryTask key={trajectory.key} draft={draft} trajectory={trajectory} />
      ))}
    </ul>
  );
}

function TrajectoryTask({ draft, trajectory }: { draft: DraftView; trajectory: TrajectoryView }) {
  const t = useTranslations("applications.draft");
  const { key, number, answers } = trajectory;
  const part = `trajectory:${key}` as const;
  return (
    <li>
      <Link href={partHref(draft.id, part)}>
        {answers.pseudonym
          ? t("trajectoryNamed", { number, name: String(answers.pseudonym) })
          : t("trajectory", { number })}
      </Link>
      <PartBadge state={stateOf(draft, part)} />
      <div className="task-list__tools">
        {draft.trajectories.length < draft.most && (
          <ActionForm
            action={addTrajectoryAction}
            values={{ id: draft.id, key: randomUUID(), copyOf: key }}
            variant="link"
          >
            {t("copy")} <span className="visually-hidden">{t("ofTrajectory", { number })}</span>
          </ActionForm>
        )}
        <Link href={`${partHref(draft.id, part)}/remove`}>
          {t("remove")} <span className="visually-hidden">{t("ofTrajectory", { number })}</span>
        </Link>
      </div>
    </li>
  );
}
