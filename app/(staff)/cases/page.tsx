import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { nextCase } from "@/lib/decisions/queries/next-case";
import { workList } from "@/lib/decisions/queries/work-list";
import { CaseRow } from "./case-row";
import { filterOf, listHref, placeOf, readQuery } from "./filters";
import { Filters } from "./filters-nav";
import { NextCard } from "./next-card";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.list");
  return { title: t("title") };
}

export default async function CasesPage({ searchParams }: Props) {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  const query = readQuery(await searchParams, actor);
  const handles = !actor.roles.includes("auditor");
  const [t, { items, next, today }, due] = await Promise.all([
    getTranslations("staff.list"),
    workList(actor, filterOf(query, actor), placeOf(query)),
    handles ? nextCase(actor) : undefined,
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        {handles ? (
          <NextCard item={due} />
        ) : (
          <Alert kind="info">
            <p>{t("readOnly")}</p>
          </Alert>
        )}
        <Filters query={query} />
      </Stack>
      {items.length === 0 && <Paragraph>{t("empty")}</Paragraph>}
      <ul className="case-list" aria-label={t("caption")}>
        {items.map((item) => (
          <CaseRow key={item.id} item={item} today={today} />
        ))}
      </ul>
      <Actions>
        {next && (
          <ButtonLink
            variant="secondary"
            href={listHref({ ...query, na: `${next.rankDay}_${next.caseNumber}` })}
          >
            {t("next")}
          </ButtonLink>
        )}
        {query.na && <Link href={listHref({ ...query, na: undefined })}>{t("first")}</Link>}
      </Actions>
    </Stack>
  );
}
