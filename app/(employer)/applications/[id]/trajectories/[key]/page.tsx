import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import { savePartAction } from "../../actions";
import { cameFrom, openDraft, type PartQuery, shownPart } from "../../open-draft";
import { PartPage } from "../../part-page";
import { TrajectoryForm } from "./trajectory-form";

type Props = {
  params: Promise<{ id: string; key: string }>;
  searchParams: PartQuery;
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
  const part = `trajectory:${key}` as const;
  const shown = await shownPart(trajectory, draft.typed.get(part), searchParams);
  const { answers, revision, personKnown, number, isTyped, isAsked } = shown;
  const kept = {
    ...{ place: part, page: `trajectories/${key}`, isShown: isTyped },
    ...{ fields: trajectoryFields(draft.scheme), saved: trajectory.answers },
  };
  const action = savePartAction.bind(null, { id: draft.id, part, isTyped });
  return (
    <PartPage
      draft={draft}
      kept={kept}
      from={from}
      title={t("question", { number })}
      lead={schemes(`${draft.scheme}.formLead`)}
    >
      <TrajectoryForm
        key={String(isAsked)}
        action={action}
        answers={answers}
        revision={revision}
        from={from}
        scheme={draft.scheme}
        personKnown={personKnown}
        keptNumber={draft.keptNumber}
      />
    </PartPage>
  );
}
