import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { aidDeclaration } from "@/lib/answers/aid-declaration";
import { savePartAction } from "../actions";
import { cameFrom, openDraft } from "../open-draft";
import { PartPage } from "../part-page";
import { DeclarationsForm } from "./declarations-form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.parts.declarations");
  return { title: t("question") };
}

export default async function DeclarationsPage({ params, searchParams }: Props) {
  const [draft, from, t, words] = await Promise.all([
    openDraft(params),
    cameFrom(searchParams),
    getTranslations("applications.parts.declarations"),
    getTranslations("stateAid.declaration"),
  ]);
  const { answers, revision } = draft.sections.declarations;
  const declaration = aidDeclaration(draft.sections.stateAid.answers);
  const action = savePartAction.bind(null, { id: draft.id, part: "declarations" });
  return (
    <PartPage draft={draft} from={from} title={t("question")} lead={t("lead")}>
      <Card labelledBy="aid-declaration">
        <Heading level={2} looksLike={4} id="aid-declaration">
          {words("title")}
        </Heading>
        {declaration ? (
          declaration.map((line) => (
            <p key={line} lang="nl">
              {line}
            </p>
          ))
        ) : (
          <p>{words("unfinished")}</p>
        )}
      </Card>
      <DeclarationsForm action={action} answers={answers} revision={revision} from={from} />
    </PartPage>
  );
}
