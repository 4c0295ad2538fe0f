import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { currentPerson, requireEmployer } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.organisation");
  return { title: t("title") };
}

/** The represented organisation, and the way to another one, which is chosen at eHerkenning. */
export default async function OrganisationPage() {
  await requireEmployer({ anyLevel: true });
  const [person, t] = await Promise.all([currentPerson(), getTranslations("signin.organisation")]);
  const { organisation, assurance } = person ?? {};
  if (!organisation || !assurance) return null;
  const { legalName, kvkNumber, intermediaryKvkNumber, branchNumber } = organisation;
  return (
    <Stack>
      <Heading level={1}>{t("title")}</Heading>
      <DataList
        items={[
          { term: t("name"), value: legalName },
          { term: t("kvkNumber"), value: kvkNumber },
          ...(branchNumber ? [{ term: t("branch"), value: t("branchOnly", { number: branchNumber }) }] : []),
          {
            term: t("ground"),
            value: intermediaryKvkNumber ? t("chain", { number: intermediaryKvkNumber }) : t("own"),
          },
          { term: t("level"), value: t("levelOf", { level: assurance }) },
        ]}
      />
      <Actions>
        <ButtonLink href="/applications">{t("goOn")}</ButtonLink>
      </Actions>
      <Heading level={2}>{t("otherTitle")}</Heading>
      <Paragraph>{t("otherText")}</Paragraph>
      <form method="post" action="/api/auth/sign-in/employer">
        <Button type="submit" variant="secondary">
          {t("otherButton")}
        </Button>
      </form>
      <Paragraph>{t("mandate")}</Paragraph>
    </Stack>
  );
}
