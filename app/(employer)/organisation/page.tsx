import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchLine } from "@/components/form/search-line";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { MANY, matching } from "@/lib/auth/choices";
import { safeNext } from "@/lib/auth/destination";
import { currentPerson, requireEmployer } from "@/lib/auth/session";
import { lastDayBefore } from "@/lib/dates";
import { getFormats } from "@/lib/i18n/get-formats";
import { OrganisationForm } from "./organisation-form";

type Query = Partial<Record<"next" | "refused" | "zoek", string | string[]>>;
type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.organisation");
  return { title: t("title") };
}

export default async function OrganisationPage({ searchParams }: Props) {
  await requireEmployer({ choosing: true });
  const [person, t, { next, refused, zoek }] = await Promise.all([
    currentPerson(),
    getTranslations("signin.organisation"),
    searchParams,
  ]);
  if (!person) return null;
  const format = await getFormats();
  const { choices, kvkNumber, organisationName = "", ended } = person;
  const whereTo = safeNext(next);
  const typed = [zoek ?? ""].flat().join(" ").trim();
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
        <Alert kind="error" heading={t(refused === "choice" ? "choiceTitle" : "refusedTitle")}>
          <Paragraph>
            {t(refused === "choice" ? "choiceText" : "refusedText", { organisation: organisationName })}
          </Paragraph>
        </Alert>
      )}
      {choices.length > 1 || ended ? (
        <>
          <Paragraph lead>{t("lead")}</Paragraph>
          {choices.length >= MANY && (
            <SearchLine
              id="organisation-search"
              action="/organisation"
              hidden={whereTo ? { next: whereTo } : {}}
              label={t("searchLabel", { count: choices.length })}
              button={t("searchButton")}
              typed={typed}
            />
          )}
          <OrganisationForm
            key={typed}
            choices={matching(choices, typed)}
            current={kvkNumber}
            next={whereTo}
            typed={typed}
          />
        </>
      ) : (
        <>
          <Paragraph lead>
            {t("only")} <strong>{organisationName}</strong>
          </Paragraph>
          <Actions>
            <ButtonLink href={whereTo ?? "/applications"}>{t("goOn")}</ButtonLink>
          </Actions>
        </>
      )}
      <Paragraph>{t("mandate")}</Paragraph>
    </Stack>
  );
}
