import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { mayPropose } from "@/lib/decisions/revision";
import { cents, formatMoney } from "@/lib/money";
import { openCase } from "../open-case";
import { RevisionForm } from "../revision-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("revision"), openCase(params, "reviewer")]);
  return { title: t("lowerTitle", { reference: view.reference }) };
}

export default async function LowerPage({ params }: Props) {
  const { view } = await openCase(params, "reviewer");
  const { id, reference, decision } = view;
  if (view.isOwnEmployer || !decision || !mayPropose("lower", view.state)) return redirect(`/cases/${id}`);
  const t = await getTranslations("revision");
  const numbers = [...new Set(decision.lines.map(({ trajectory }) => String(trajectory)))];
  const words = {
    amount: formatMoney(decision.amountCents),
    requested: formatMoney(view.requestedCents ?? cents(0)),
  };
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("lowerTitle", { reference })}</Heading>
        <Paragraph lead>{t("lowerLead", words)}</Paragraph>
      </Stack>
      <RevisionForm applicationId={id} revision="lower" numbers={numbers} submit={t("submit")} />
    </Stack>
  );
}
