import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AidStanding } from "@/components/state-aid/aid-standing";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { requireEmployer } from "@/lib/auth/session";
import { aidStanding } from "@/lib/filing/queries/aid-standing";
import { awardTotal } from "@/lib/schemes/award";
import { savePartAction } from "../actions";
import { cameFrom, openDraft, type PartQuery, shownPart } from "../open-draft";
import { PartPage } from "../part-page";
import { StateAidForm } from "./state-aid-form";

type Props = { params: Promise<{ id: string }>; searchParams: PartQuery };

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
  const saved = draft.sections.stateAid;
  const { answers, revision, isTyped, isAsked } = await shownPart(
    saved,
    draft.typed.get("stateAid"),
    searchParams,
  );
  const kept = {
    ...({ place: "stateAid", page: "state-aid", isShown: isTyped } as const),
    ...{ fields: SECTION_FIELDS.stateAid, saved: saved.answers },
  };
  const standing = await aidStanding(await requireEmployer(), draft.id, answers);
  if (!standing) return notFound();
  const action = savePartAction.bind(null, { id: draft.id, part: "stateAid", isTyped });
  return (
    <PartPage draft={draft} kept={kept} from={from} title={t("question")} lead={t("lead")}>
      <AidStanding standing={standing} asked={awardTotal(draft.award)} />
      <StateAidForm
        key={String(isAsked)}
        period={standing}
        action={action}
        answers={answers}
        revision={revision}
        from={from}
      />
    </PartPage>
  );
}
