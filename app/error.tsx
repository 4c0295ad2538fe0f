"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useErrorTitle } from "@/components/form/use-error-title";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { troubleOf } from "@/lib/errors";
import { placeToLook } from "@/lib/place-to-look";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Replaces a page that could not be rendered, or whose form got no answer of its own. */
export default function ErrorPage({ error, reset }: Props) {
  const t = useTranslations("common.failures");
  const path = usePathname();
  useErrorTitle(true);
  const known = troubleOf(error) ?? "failure";
  // The page may be the one after an act that was done: nothing may say here that nothing has changed.
  const trouble = known === "busy" ? "away" : known;
  return (
    <Stack>
      <Heading level={1}>{t(`${trouble}.title`)}</Heading>
      <Paragraph lead>{t(`${trouble}.text`)}</Paragraph>
      <Paragraph>{t(`${trouble}.next`)}</Paragraph>
      {trouble === "failure" && error.digest && (
        <Paragraph>
          {t("reference")} <strong>{error.digest}</strong>
        </Paragraph>
      )}
      <Actions>
        {trouble === "unknown" ? (
          <a className={buttonClass("primary")} href={placeToLook(path)}>
            <span className="nl-button__label">{t("look")}</span>
          </a>
        ) : (
          <Button onClick={reset}>{t("again")}</Button>
        )}
        <ButtonLink variant="secondary" href="/">
          {t("home")}
        </ButtonLink>
      </Actions>
    </Stack>
  );
}
