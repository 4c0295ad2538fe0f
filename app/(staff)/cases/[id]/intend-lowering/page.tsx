import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { addDays } from "@/lib/dates";
import { RESPONSE_DAYS } from "@/lib/decisions/hearing";
import { readConcept } from "@/lib/letters/queries/read-concept";
import { formatMoney } from "@/lib/money";
import { openCase } from "../open-case";
import { LoweringForm } from "./lowering-form";
import { openToLower } from "./open-to-lower";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([
    getTranslations("decisions.lowering"),
    openCase(params, "reviewer"),
  ]);
  return { title: t("title", { reference: view.reference }) };
}

/** The intended lowering, its reasons, and the last day to respond. */
export default async function IntendLoweringPage({ params }: Props) {
  const { actor, view, decision, numbers, typedIn } = await openToLower(params);
  const { id, reference, version } = view;
  const [t, revision, preview, concept] = await Promise.all([
    getTranslations("decisions.lowering"),
    getTranslations("revision"),
    getTranslations("decisions.preview"),
    readConcept(actor, id, "intended_lowering"),
  ]);
  const written = concept?.version === version ? concept : undefined;
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title", { reference })}</Heading>
        <Paragraph lead>{t("lead", { amount: formatMoney(decision.amountCents) })}</Paragraph>
        <Paragraph>{t("when")}</Paragraph>
        <p>
          {t("onRequest")} <Link href={`/cases/${id}/lower/on-request`}>{revision("requestLink")}</Link>
        </p>
      </Stack>
      <LoweringForm
        applicationId={id}
        version={version}
        numbers={numbers}
        written={{
          keep: written?.kept.map(({ trajectory }) => String(trajectory)) ?? numbers,
          amounts: typedIn(written?.kept ?? []),
          loweringGrounds: written?.grounds,
          explanation: written?.explanation,
          untilOn: written?.untilOn ?? addDays(view.today, RESPONSE_DAYS),
        }}
        submit={preview("see")}
      />
    </Stack>
  );
}
