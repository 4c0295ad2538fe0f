import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Bullets } from "@/components/ui/bullets";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title") };
}

/** One page for absent things and for things that are hidden from this person. */
export default async function NotFoundPage() {
  const t = await getTranslations("common.notFound");
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("text")}</Paragraph>
      <Bullets items={[t("typed"), t("signedIn")]} />
      <Actions>
        <ButtonLink href="/">{t("home")}</ButtonLink>
      </Actions>
    </Stack>
  );
}
