import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { CASE_READERS } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.ownEmployer");
  return { title: t("title") };
}

/** For an official who opened a case of an employer that they are tied to (Awb 2:4). */
export default async function OwnEmployerPage() {
  await requireStaff(...CASE_READERS);
  const [t, staff] = await Promise.all([getTranslations("staff.ownEmployer"), getTranslations("staff.case")]);
  return (
    <Stack>
      <BackLink href="/cases">{staff("back")}</BackLink>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      <Paragraph>{t("wrong")}</Paragraph>
    </Stack>
  );
}
