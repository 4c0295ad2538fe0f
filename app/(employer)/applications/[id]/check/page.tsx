import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { AwardLines } from "@/components/applications/award-lines";
import { NotSentYet } from "@/components/applications/not-sent-yet";
import { ExampleBadge } from "@/components/applications/state-badge";
import { UnsavedAnswers } from "@/components/applications/unsaved-answers";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireEmployer } from "@/lib/auth/session";
import { checkDraft } from "@/lib/filing/queries/check-draft";
import { forgetAnswersAction } from "../actions";
import { SentAnswers } from "../sent-answers";
import { SentDocuments } from "../sent-documents";
import { Findings } from "./findings";
import { Send } from "./send";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.check");
  return { title: t("title") };
}

export default async function CheckPage({ params }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, draft] = await Promise.all([getTranslations("applications"), checkDraft(actor, id)]);
  if (draft === "filed") return redirect(`/applications/${id}/receipt`);
  if (!draft) return notFound();
  const { scheme, year, isExample, phase, closesAt, award } = draft;
  const schemes = await getTranslations("schemes");
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/applications/${id}`}>
          {t("draft.title", { scheme: schemes(`${scheme}.inText`), year })}
        </BackLink>
        <div className="application-row__title">
          <Heading level={1}>{t("check.title")}</Heading>
          {isExample && <ExampleBadge />}
        </div>
        <Paragraph lead>{t("check.lead")}</Paragraph>
        <NotSentYet phase={phase} closesAt={closesAt} />
        <UnsavedAnswers draft={draft} drop={forgetAnswersAction} />
      </Stack>
      <Findings draft={draft} />
      <Stack>
        <Heading level={2}>{t("check.answers")}</Heading>
        <SentAnswers application={draft} canChange />
        <SentDocuments applicationId={id} documents={draft.documents} canChange="check" />
      </Stack>
      <Stack>
        <Heading level={2}>{t("award.title")}</Heading>
        <AwardLines lines={award} />
        <p className="text-small text-quiet">{t("award.computed")}</p>
      </Stack>
      <Send draft={draft} />
    </Stack>
  );
}
