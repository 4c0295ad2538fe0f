import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { QuestionForm } from "@/components/correspondence/question-form";
import { Thread } from "@/components/correspondence/thread";
import { BackLink } from "@/components/ui/back-link";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { QUESTION_PLACE } from "@/lib/answers/kept-place";
import { keptAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { questionThread } from "@/lib/correspondence/queries/thread";
import { UnsavedText } from "../unsaved-text";
import { askAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("correspondence.questions");
  return { title: t("link") };
}

/** Questions and answers about one application, apart from formal messages. */
export default async function QuestionsPage({ params }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, applications, thread, kept] = await Promise.all([
    getTranslations("correspondence.questions"),
    getTranslations("applications.withdraw"),
    questionThread(actor, id),
    keptAt(actor, id, QUESTION_PLACE),
  ]);
  if (!thread) return notFound();
  const written = thread.posts.filter(({ side }) => side === "employer").length;
  return (
    <Stack>
      <BackLink href={`/applications/${id}`}>
        {applications("back", { reference: thread.reference })}
      </BackLink>
      <Heading level={1}>{t("title", { reference: thread.reference })}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      <Thread posts={thread.posts} />
      {thread.posts.length > 0 && (
        <p>
          <DownloadLink href={`/applications/${id}/questions.pdf`}>{t("keep")}</DownloadLink>
        </p>
      )}
      {kept && <UnsavedText id={id} place={QUESTION_PLACE} page="questions" />}
      <QuestionForm
        key={`${written} ${kept !== undefined}`}
        action={askAction}
        applicationId={id}
        id={randomUUID()}
        typed={String(kept?.answers.question ?? "")}
        submit={t("send")}
      />
    </Stack>
  );
}
