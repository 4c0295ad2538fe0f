import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { currentPerson } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.signedOut");
  return { title: t("title") };
}

/** The page after signing out at the provider; not shown to a person who is still signed in. */
export default async function SignedOutPage() {
  if (await currentPerson()) redirect("/");
  const t = await getTranslations("signin.signedOut");
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("text")}</Paragraph>
      <Actions>
        <ButtonLink href="/">{t("home")}</ButtonLink>
        <ButtonLink href="/sign-in" variant="secondary">
          {t("again")}
        </ButtonLink>
      </Actions>
    </Stack>
  );
}
