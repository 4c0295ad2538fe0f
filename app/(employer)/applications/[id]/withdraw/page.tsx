import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { ActionForm } from "@/components/applications/action-form";
import { BackLink } from "@/components/ui/back-link";
import { Bullets } from "@/components/ui/bullets";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { requireEmployer } from "@/lib/auth/session";
import { getFormats } from "@/lib/i18n/get-formats";
import { readStatus } from "@/lib/screens/queries/read-status";
import { withdrawAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications.withdraw");
  return { title: t("title") };
}

export default async function WithdrawPage({ params }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const [t, status] = await Promise.all([getTranslations("applications.withdraw"), readStatus(actor, id)]);
  const format = await getFormats();
  if (!status) return notFound();
  if (!status.canWithdraw) return redirect(`/applications/${id}`);
  const { reference, rankDay } = status;
  return (
    <Stack>
      <BackLink href={`/applications/${id}`}>{t("back", { reference })}</BackLink>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead", { reference })}</Paragraph>
      <Bullets items={[t("noDecision"), t("losesRank", { day: format.day(rankDay) }), t("again")]} />
      <ActionForm action={withdrawAction} values={{ id }} variant="danger">
        {t("yes")}
      </ActionForm>
      <p>
        <Link href={`/applications/${id}`}>{t("no")}</Link>
      </p>
    </Stack>
  );
}
