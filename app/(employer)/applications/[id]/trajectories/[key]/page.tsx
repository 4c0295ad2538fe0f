import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { savePartAction } from "../../actions";
import { cameFrom, openDraft } from "../../open-draft";
import { PartPage } from "../../part-page";
import { TrajectoryForm } from "./trajectory-form";

type Props = {
  params: Promise<{ id: string; key: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.parts.trajectory");
  return { title: t("title") };
}

export default async function TrajectoryPage({ params, searchParams }: Props) {
  const [draft, from, t, schemes, { key }] = await Promise.all([
    openDraft(params),
    cameFrom(searchParams),
    getTranslations("applications.parts.trajectory"),
    getTranslations("schemes"),
    params,
  ]);
  const trajectory = draft.trajectories.find((candidate) => candidate.key === key);
  if (!trajectory) return notFound();
  const { answers, revision, personKnown, number } = trajectory;
  const action = savePartAction.bind(null, { id: draft.id, part: `trajectory:${key}` });
  return (
    <PartPage
      draft={draft}
      from={from}
      title={t("question", { number })}
      lead={schemes(`${draft.scheme}.formLead`)}
    >
      <TrajectoryForm
        action={action}
        answers={answers}
        revision={revision}
        from={from}
        scheme={draft.scheme}
        personKnown={personKnown}
      />
    </PartPage>
  );
}
