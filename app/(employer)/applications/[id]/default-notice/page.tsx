import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { idOrNotFound } from "@/app/or-not-found";
import { ActionForm } from "@/components/applications/action-form";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { requireEmployer } from "@/lib/auth/session";
import { defaultCounter, PENALTY_STEPS } from "@/lib/calendar/default-notice";
import { getFormats } from "@/lib/i18n/get-formats";
import { formatMoney } from "@/lib/money";
import { readStatus } from "@/lib/screens/queries/read-status";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import { giveNoticeAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines.own"))("title") };
}

/** The effect of a notice of default, and the button that gives it; redirects while there is still time. */
export default async function DefaultNoticePage({ params }: Props) {
  const actor = await requireEmployer();
  const id = idOrNotFound((await params).id);
  const status = await readStatus(actor, id);
  if (!status) return notFound();
  const { course, state, reference, dueOn } = status;
  const canGive = isUndecided(state) && course.today > dueOn && !course.lateness?.notice;
  if (!canGive) return redirect(`/applications/${id}`);
  const [t, format] = await Promise.all([getTranslations("deadlines.own"), getFormats()]);
  const [first, last] = [PENALTY_STEPS[0], PENALTY_STEPS[2]].map(({ centsPerDay }) =>
    formatMoney(centsPerDay),
  );
  const most = formatMoney(defaultCounter(course.today, { today: course.today }).mostCents);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/applications/${id}`}>{reference}</BackLink>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead", { day: format.day(dueOn), reference })}</Paragraph>
        <Paragraph>{t("what", { first: first ?? "", last: last ?? "", most })}</Paragraph>
        <Paragraph>{t("free")}</Paragraph>
      </Stack>
      <ActionForm action={giveNoticeAction} values={{ applicationId: id }}>
        {t("submit")}
      </ActionForm>
    </Stack>
  );
}
