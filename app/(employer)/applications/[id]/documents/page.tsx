import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { AskedItem } from "@/components/completion/asked-item";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { questionOf } from "@/lib/answers/completion-item-title";
import { requireEmployer } from "@/lib/auth/session";
import { readCompletion } from "@/lib/completion/queries/read-completion";
import { documentsPlace } from "@/lib/documents/queries/documents-place";
import { readDraft } from "@/lib/filing/queries/read-draft";
import { PartPage } from "../part-page";
import { DocumentsPanel } from "./documents-panel";
import { readWords } from "./words";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("documents");
  return { title: t("title") };
}

/** The files of a draft, or those of a request to complete. */
export default async function DocumentsPage({ params, searchParams }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, place, words] = await Promise.all([
    getTranslations("documents"),
    documentsPlace(actor, id),
    searchParams.then(readWords),
  ]);
  if (!place) return notFound();
  if (!place.isOpen) return redirect(`/applications/${id}`);
  const panel = <DocumentsPanel applicationId={id} {...place} words={words} />;
  const draft = await readDraft(actor, id);
  if (draft && draft !== "filed") {
    const asks = draft.requiredDocuments.length > 0;
    return (
      <PartPage
        draft={draft}
        from={words.from}
        title={t(asks ? "requiredQuestion" : "question")}
        lead={t(asks ? "requiredLead" : "lead")}
      >
        {panel}
      </PartPage>
    );
  }
  return (
    <Stack>
      <BackLink href={`/applications/${id}/completion`}>{t("toCompletion")}</BackLink>
      <Heading level={1}>{t("completionQuestion")}</Heading>
      <Paragraph lead>{t("completionLead")}</Paragraph>
      <AskedFiles completion={await readCompletion(actor, id)} />
      {panel}
    </Stack>
  );
}

function AskedFiles({ completion }: { completion: Awaited<ReturnType<typeof readCompletion>> }) {
  const t = useTranslations("completion.answer");
  const locale = useLocale();
  if (!completion || completion === "filed") return null;
  const asked = completion.items.filter(({ part }) => part === "documents");
  if (asked.length === 0) return null;
  return (
    <>
      <p>{t("asked")}:</p>
      <Bullets
        items={asked.map((item) => (
          <AskedItem key={item.key} title={questionOf(item, locale)} words={item.words} />
        ))}
      />
    </>
  );
}
