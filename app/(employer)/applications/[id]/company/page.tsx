import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SECTION_FIELDS } from "@/lib/answers/fields";
import { savePartAction } from "../actions";
import { cameFrom, openDraft, type PartQuery, shownPart } from "../open-draft";
import { PartPage } from "../part-page";
import { CompanyQuestions } from "./company-questions";

type Props = { params: Promise<{ id: string }>; searchParams: PartQuery };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.parts.company");
  return { title: t("question") };
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const [draft, from, t] = await Promise.all([
    openDraft(params),
    cameFrom(searchParams),
    getTranslations("applications.parts.company"),
  ]);
  const saved = draft.sections.company;
  const { answers, revision, isTyped, isAsked } = await shownPart(
    saved,
    draft.typed.get("company"),
    searchParams,
  );
  const kept = {
    ...({ place: "company", page: "company", isShown: isTyped } as const),
    ...{ fields: SECTION_FIELDS.company, saved: saved.answers },
  };
  const action = savePartAction.bind(null, { id: draft.id, part: "company", isTyped });
  return (
    <PartPage draft={draft} kept={kept} from={from} title={t("question")} lead={t("lead")}>
      <CompanyQuestions
        key={String(isAsked)}
        action={action}
        answers={answers}
        revision={revision}
        from={from}
      />
    </PartPage>
  );
}
