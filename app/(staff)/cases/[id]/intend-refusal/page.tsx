import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { can } from "@/lib/applications/lifecycle";
import { addDays } from "@/lib/dates";
import { RESPONSE_DAYS } from "@/lib/decisions/hearing";
import { openCase } from "../open-case";
import { IntentionForm } from "./intention-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([
    getTranslations("decisions.intend"),
    openCase(params, "reviewer"),
  ]);
  return { title: t("title", { reference: view.reference }) };
}

/** What the reviewer means to refuse, why, and how long the employer has to say something. */
export default async function IntendRefusalPage({ params }: Props) {
  const { actor, view } = await openCase(params, "reviewer");
  const { id } = view;
  if (view.isOwnEmployer || !can("intend_refusal", view.state, actor.roles)) return redirect(`/cases/${id}`);
  const t = await getTranslations("decisions.intend");
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
        untilOn={addDays(view.today, RESPONSE_DAYS)}
        submit={t("submit")}
      />
    </Stack>
  );
}
