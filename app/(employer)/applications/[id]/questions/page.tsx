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
import { typedAt } from "@/lib/answers/queries/kept-answers";
import { requireEmployer } from "@/lib/auth/session";
import { questionThread } from "@/lib/correspondence/queries/thread";
import { KeptForm } from "../kept-form";
import { asksTyped } from "../open-draft";
import { askAction } from "./actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ typed?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("correspondence.questions");
  return { title: t("link") };
}

/** Questions and answers about one application, apart from formal messages. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, applications, thread, typed] = await Promise.all([
    getTranslations("correspondence.questions"),
    getTranslations("applications.withdraw"),
    questionThread(actor, id),
    typedAt(actor, id, QUESTION_PLACE),
  ]);
  if (!thread) return notFound();
  const written = thread.posts.filter(({ side }) => side === "employer").length;
  const isShown = typed !== undefined && (await asksTyped(searchParams));
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
      {typed && (
        <KeptForm
          {...{ id, place: QUESTION_PLACE, page: "questions", isShown }}
          fields={{ question: "text" }}
          saved={{}}
          typed={typed.answers}
        />
      )}
      <QuestionForm
        key={`${written} ${isShown}`}
        action={askAction}
        applicationId={id}
        id={randomUUID()}
        typed={isShown ? String(typed.answers.question) : ""}
        submit={t("send")}
      />
    </Stack>
  );
}
