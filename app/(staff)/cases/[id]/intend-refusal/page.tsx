import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { addDays } from "@/lib/dates";
import { RESPONSE_DAYS } from "@/lib/decisions/hearing";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { openCase } from "../open-case";
import { IntentionForm } from "./intention-form";
import { openToIntend } from "./open-to-intend";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([
    getTranslations("decisions.intend"),
    openCase(params, "reviewer"),
  ]);
  return { title: t("title", { reference: view.reference }) };
}

/** The intended refusal, its reasons, and the last day to respond. */
export default async function IntendRefusalPage({ params }: Props) {
  const { actor, view } = await openToIntend(params);
  const { id } = view;
  const [t, preview, concept] = await Promise.all([
    getTranslations("decisions.intend"),
    getTranslations("decisions.preview"),
    readConcept(actor, id, "intended_refusal"),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{view.reference}</BackLink>
        <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Paragraph>{t("when")}</Paragraph>
      </Stack>
      <IntentionForm
        applicationId={id}
        version={view.version}
        written={concept ?? { untilOn: addDays(view.today, RESPONSE_DAYS) }}
        submit={preview("see")}
      />
    </Stack>
  );
}
