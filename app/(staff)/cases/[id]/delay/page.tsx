import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { getFormats } from "@/lib/i18n/get-formats";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { DelayForm } from "../late/late-forms";
import { openLate } from "../late/open-late";
import { openCase } from "../open-case";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("deadlines.delay"), openCase(params, "reviewer")]);
  return { title: t("title", { reference: view.reference }) };
}

/** The new day for the decision, and the reason of the delay. */
export default async function DelayPage({ params }: Props) {
  const { actor, view } = await openLate(params);
  const { id, reference } = view;
  const [t, preview, format, concept] = await Promise.all([
    getTranslations("deadlines.delay"),
    getTranslations("decisions.preview"),
    getFormats(),
    readConcept(actor, id, "delay_notice"),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title", { reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Paragraph>{t("stays", { day: format.day(view.dueOn) })}</Paragraph>
      </Stack>
      <DelayForm applicationId={id} written={concept} submit={preview("see")} />
    </Stack>
  );
}
