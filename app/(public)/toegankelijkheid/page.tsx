import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Paragraph } from "@/components/ui/paragraph";
import { env } from "@/lib/env";
import { getFormats } from "@/lib/i18n/get-formats";
import { PlainPage } from "../plain-page";

/** Day on which this page was last checked. */
const STATED_ON = "2026-11-24";
const CHECKS = ["axe", "keyboard", "narrow", "plain", "language"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("about.accessibility");
  return { title: t("title") };
}

/** The accessibility statement (Besluit digitale toegankelijkheid overheid, art. 2, 4). */
export default async function AccessibilityPage() {
  const [t, format] = await Promise.all([getTranslations("about.accessibility"), getFormats()]);
  const { SUPPORT_PHONE, SUPPORT_EMAIL } = env();
  return (
    <PlainPage
      title={t("title")}
      lead={t("lead")}
      parts={[
        { title: t("status"), text: t("statusText", { day: format.day(STATED_ON) }) },
        { title: t("checked"), text: t("checkedText"), items: CHECKS.map((check) => t(`checks.${check}`)) },
        { title: t("missing"), text: t("missingText"), items: [t("audit"), t("dutch")] },
        { title: t("help"), text: t("helpText", { phone: SUPPORT_PHONE, email: SUPPORT_EMAIL }) },
        { title: t("complain"), text: t("complainText") },
      ]}
    >
      <Paragraph small>{t("stated", { day: format.day(STATED_ON) })}</Paragraph>
    </PlainPage>
  );
}
