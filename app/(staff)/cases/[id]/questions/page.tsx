import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuestionForm } from "@/components/correspondence/question-form";
import { Thread } from "@/components/correspondence/thread";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { questionThread } from "@/lib/correspondence/queries/thread";
import { openCase } from "../open-case";
import { askAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("correspondence.questions");
  return { title: t("link") };
}

/** Questions and answers about one case; an auditor and a member of the employer can only read. */
export default async function CaseQuestionsPage({ params }: Props) {
  const { actor, view } = await openCase(params, "reviewer", "decider", "auditor");
  const [t, thread] = await Promise.all([
    getTranslations("correspondence.questions"),
    questionThread(actor, view.id),
  ]);
  const mayAsk = !actor.roles.includes("auditor");
  const posts = thread?.posts ?? [];
  const written = posts.filter(({ side }) => side !== "employer").length;
  return (
    <Stack>
      <BackLink href={`/cases/${view.id}`}>{view.reference}</BackLink>
      <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
      <Thread posts={posts} />
      {mayAsk && (
        <QuestionForm
          key={written}
          action={askAction}
          applicationId={view.id}
          id={randomUUID()}
          submit={t("send")}
        />
      )}
    </Stack>
  );
}
