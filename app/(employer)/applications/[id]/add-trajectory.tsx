import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import type { DraftView } from "@/lib/filing/queries/read-draft";
import { addTrajectoryAction } from "./actions";

type Props = { draft: DraftView; isNext?: boolean };

/** The key is made with the page, so that pressing twice adds one. */
export function AddTrajectory({ draft: { id, trajectories, most }, isNext = false }: Props) {
  const t = useTranslations("applications.draft");
  if (trajectories.length >= most) return <p>{t("full", { most })}</p>;
  return (
    <ActionForm
      action={addTrajectoryAction}
      values={{ id, key: randomUUID() }}
      variant={isNext ? "primary" : "secondary"}
    >
      {t(trajectories.length === 0 ? "addFirst" : "addAnother")}
    </ActionForm>
  );
}
