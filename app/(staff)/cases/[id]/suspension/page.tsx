import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { getFormats } from "@/lib/i18n/get-formats";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { SuspensionForm } from "../late/late-forms";
import { openLate } from "../late/open-late";
import { openCase } from "../open-case";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([
    getTranslations("deadlines.suspension"),
    openCase(params, "reviewer"),
  ]);
  return { title: t("title", { reference: view.reference }) };
}

/** The reason of a suspension, its last day, and the text for the employer. */
export default async function SuspensionPage({ params }: Props) {
  const { actor, view } = await openLate(params);
  const { id, reference } = view;
  const [t, preview, format, concept] = await Promise.all([
    getTranslations("deadlines.suspension"),
    getTranslations("decisions.preview"),
    getFormats(),
    readConcept(actor, id, "suspension"),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title", { reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Paragraph>{t("due", { day: format.day(view.dueOn) })}</Paragraph>
      </Stack>
      <SuspensionForm applicationId={id} written={concept} submit={preview("see")} />
    </Stack>
  );
}
