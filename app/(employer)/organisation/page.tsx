import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { safeNext } from "@/lib/auth/destination";
import { currentPerson, requireEmployer } from "@/lib/auth/session";
import { lastDayBefore } from "@/lib/dates";
import { getFormats } from "@/lib/i18n/get-formats";
import { OrganisationForm } from "./organisation-form";

type Props = { searchParams: Promise<{ next?: string | string[]; refused?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.organisation");
  return { title: t("title") };
}

export default async function OrganisationPage({ searchParams }: Props) {
  await requireEmployer({ choosing: true });
  const [person, t, { next, refused }] = await Promise.all([
    currentPerson(),
    getTranslations("signin.organisation"),
    searchParams,
  ]);
  if (!person) return null;
  const format = await getFormats();
  const { choices, kvkNumber, organisationName = "", ended } = person;
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      {ended && (
        <Alert kind="warning" heading={t("endedTitle", { organisation: ended.legalName })}>
          <Paragraph>
            {ended.endedAt ? t("endedOn", { day: format.day(lastDayBefore(ended.endedAt)) }) : t("endedText")}
          </Paragraph>
        </Alert>
      )}
      {refused && (
        <Alert kind="error" heading={t("refusedTitle")}>
          <Paragraph>{t("refusedText", { organisation: organisationName })}</Paragraph>
        </Alert>
      )}
      {choices.length > 1 || ended ? (
        <>
          <Paragraph lead>{t("lead")}</Paragraph>
          <OrganisationForm choices={choices} current={kvkNumber} next={safeNext(next)} />
        </>
      ) : (
        <>
          <Paragraph lead>
            {t("only")} <strong>{organisationName}</strong>
          </Paragraph>
          <Actions>
            <ButtonLink href={safeNext(next) ?? "/applications"}>{t("goOn")}</ButtonLink>
          </Actions>
        </>
      )}
      <Paragraph>{t("mandate")}</Paragraph>
    </Stack>
  );
}
