"use client";
import { useTranslations } from "next-intl";
import { useErrorTitle } from "@/components/form/use-error-title";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";

type Props = { error: Error & { digest?: string }; retry?: () => void; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations("common.failure");
  useErrorTitle(true);
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <Paragraph lead>{t("text")}</Paragraph>
      <Actions>
        <Button onClick={reset}>{t("again")}</Button>
        <ButtonLink variant="secondary" href="/">
          {t("home")}
        </ButtonLink>
      </Actions>
      {error.digest ? (
        <Paragraph>
          {t("stillWrong")} <strong>{error.digest}</strong>
        </Paragraph>
      ) : (
        <Paragraph>{t("noReference")}</Paragraph>
      )}
    </Stack>
  );
}
