import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import type { DraftView } from "@/lib/applications/queries/read-draft";
import { addTrajectoryAction } from "./actions";

/** The key is made with the page, so that pressing twice adds one. The first one is the main thing to do. */
export function AddTrajectory({ draft: { id, trajectories, most } }: { draft: DraftView }) {
  const t = useTranslations("applications.draft");
  if (trajectories.length >= most) return <p>{t("full", { most })}</p>;
  const isFirst = trajectories.length === 0;
  return (
    <ActionForm
      action={addTrajectoryAction}
      values={{ id, key: randomUUID() }}
      variant={isFirst ? "primary" : "secondary"}
    >
      {t(isFirst ? "addFirst" : "addAnother")}
    </ActionForm>
  );
}
