import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormWords } from "@/components/form/form-words";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusForm } from "./status-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("status");
  return { title: t("title") };
}

/** The status of an application for a person with its receipt, without signing in. */
export default async function StatusPage() {
  const t = await getTranslations("status");
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      <FormWords>
        <StatusForm submit={t("look")} />
      </FormWords>
      <Heading level={2}>{t("lost.title")}</Heading>
      <Paragraph>
        {t("lost.text")} <Link href="/applications">{t("lost.signIn")}</Link>
      </Paragraph>
    </Stack>
  );
}
