import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { PostedNoticeForm } from "../late/late-forms";
import { openLate } from "../late/open-late";
import { openCase } from "../open-case";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([
    getTranslations("deadlines.posted"),
    openCase(params, "reviewer"),
  ]);
  return { title: t("title", { reference: view.reference }) };
}

/** The day of receipt of a notice of default that came by post. */
export default async function DefaultNoticePage({ params }: Props) {
  const { actor, view } = await openLate(params);
  const { id, reference } = view;
  if (view.lateness.notice) return redirect(`/cases/${id}`);
  const [t, preview, concept] = await Promise.all([
    getTranslations("deadlines.posted"),
    getTranslations("decisions.preview"),
    readConcept(actor, id, "default_notice"),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title", { reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
      </Stack>
      <PostedNoticeForm applicationId={id} written={concept} submit={preview("see")} />
    </Stack>
  );
}
