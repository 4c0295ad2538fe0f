import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { requireStaff } from "@/lib/auth/session";
import { listHref, readWords } from "@/lib/cases/list-words";
import { listCases } from "@/lib/cases/queries/list-cases";
import { listChoices } from "@/lib/cases/queries/list-choices";
import { nextCase } from "@/lib/cases/queries/next-case";
import { ActiveFilters } from "./active-filters";
import { CaseRow } from "./case-row";
import { ListFilters, ListSearch } from "./list-filters";
import { ListGroups } from "./list-groups";
import { ListPages } from "./list-pages";
import { NextCard } from "./next-card";
import { SavedViews } from "./saved-views";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.list");
  return { title: t("title") };
}

export default async function CasesPage({ searchParams }: Props) {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  const params = await searchParams;
  const words = readWords(params, actor);
  if (Object.values(params).includes("")) redirect(listHref(words));
  const handles = !actor.roles.includes("auditor");
  const [bulkGrant, deadlines] = await Promise.all([
    getTranslations("decisions.bulkGrant"),
    getTranslations("deadlines"),
  ]);
  const [t, staff, list, choices, due] = await Promise.all([
    getTranslations("worklist"),
    getTranslations("staff.list"),
    listCases(actor, words),
    listChoices(actor),
    handles ? nextCase(actor) : undefined,
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{staff("title")}</Heading>
        <Paragraph lead>{staff("lead")}</Paragraph>
        {handles ? (
          <NextCard item={due} />
        ) : (
          <Alert kind="info">
            <p>{staff("readOnly")}</p>
          </Alert>
        )}
      </Stack>
      <Stack>
        <ListGroups words={words} choices={choices} />
        <div className="list-tools">
          <ListSearch words={words} />
          <div className="list-tools__more">
            <Link href="/deadlines">{deadlines("title")}</Link>
            <Link href="/cases/workload">{t("loadLink")}</Link>
            {actor.roles.includes("decider") && <Link href="/cases/bulk-grant">{bulkGrant("link")}</Link>}
          </div>
        </div>
        <div>
          <ListFilters words={words} choices={choices} />
          <SavedViews words={words} views={choices.views} />
        </div>
        <ActiveFilters words={words} choices={choices} />
        {list.tooMany && (
          <Alert kind="info">
            <p>{t("tooMany")}</p>
          </Alert>
        )}
        {list.items.length === 0 && <Paragraph>{t("empty")}</Paragraph>}
        <ul className="case-list" aria-label={staff("caption")}>
          {list.items.map((item) => (
            <CaseRow key={item.id} item={item} today={list.today} />
          ))}
        </ul>
        <ListPages words={words} list={list} />
      </Stack>
    </Stack>
  );
}
