import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { savePartAction } from "../actions";
import { cameFrom, openDraft } from "../open-draft";
import { PartPage } from "../part-page";
import { CompanyQuestions } from "./company-questions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ from?: string | string[] }> };

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
  const { answers, revision } = draft.sections.company;
  const action = savePartAction.bind(null, { id: draft.id, part: "company" });
  return (
    <PartPage draft={draft} from={from} title={t("question")} lead={t("lead")}>
      <CompanyQuestions action={action} answers={answers} revision={revision} from={from} />
    </PartPage>
  );
}
