import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Bullets } from "@/components/ui/bullets";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.noKvkNumber");
  return { title: t("title") };
}

/** For a person who signed in with eIDAS, or for an organisation without a KVK number. */
export default async function NoKvkNumberPage() {
  const t = await getTranslations("signin.noKvkNumber");
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("lead")}</Paragraph>
      <Heading level={2}>{t("what")}</Heading>
      <Bullets items={[t("registered"), t("notRegistered"), t("mandate")]} />
      <Paragraph>{t("nothingKept")}</Paragraph>
      <Actions>
        <ButtonLink href="/sign-in">{t("again")}</ButtonLink>
        <ButtonLink href="/" variant="secondary">
          {t("home")}
        </ButtonLink>
      </Actions>
    </Stack>
  );
}
