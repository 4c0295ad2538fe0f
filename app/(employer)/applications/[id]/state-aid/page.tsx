import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AidStanding } from "@/components/state-aid/aid-standing";
import { requireEmployer } from "@/lib/auth/session";
import { aidStanding } from "@/lib/filing/queries/aid-standing";
import { awardTotal } from "@/lib/schemes/award";
import { savePartAction } from "../actions";
import { cameFrom, openDraft } from "../open-draft";
import { PartPage } from "../part-page";
import { StateAidForm } from "./state-aid-form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.parts.stateAid");
  return { title: t("question") };
}

export default async function StateAidPage({ params, searchParams }: Props) {
  const [draft, from, t] = await Promise.all([
    openDraft(params),
    cameFrom(searchParams),
    getTranslations("applications.parts.stateAid"),
  ]);
  const { answers, revision } = draft.sections.stateAid;
  const standing = await aidStanding(await requireEmployer(), draft.id, answers);
  if (!standing) return notFound();
  const action = savePartAction.bind(null, { id: draft.id, part: "stateAid" });
  return (
    <PartPage draft={draft} from={from} title={t("question")} lead={t("lead")}>
      <AidStanding standing={standing} asked={awardTotal(draft.award)} />
      <StateAidForm period={standing} action={action} answers={answers} revision={revision} from={from} />
    </PartPage>
  );
}
