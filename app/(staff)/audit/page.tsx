import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { Staff } from "@/lib/actor";
import { recordLooking } from "@/lib/audit/commands/record-looking";
import { eventTypes } from "@/lib/audit/queries/event-types";
import { findPeople, findPerson } from "@/lib/audit/queries/find-people";
import { searchEvents } from "@/lib/audit/queries/search-events";
import { requireStaff } from "@/lib/auth/session";
import { EventList } from "./event-list";
import { PeopleFound } from "./people-found";
import { SearchForm } from "./search-form";
import { type AuditWords, auditHref, filterOf, placeOf, readWords } from "./words";
import "./audit.css";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** The event log for auditors: searched by parameters in the address; each search is recorded. */
export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireStaff("auditor");
  const words = readWords(await searchParams);
  const named = words.naam ? await findPeople(actor, words.naam) : [];
  const [only] = named;
  if (only && named.length === 1) return redirect(auditHref({ ...words, naam: undefined, persoon: only.id }));
  const [t, invariants, types, person, { items, next }] = await Promise.all([
    getTranslations("audit"),
    getTranslations("invariants"),
    eventTypes(actor),
    words.persoon ? findPerson(actor, words.persoon) : undefined,
    searchEvents(actor, filterOf(words), placeOf(words)),
    noteSearch(actor, words),
  ]);
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Actions>
          <ButtonLink href="/audit/chain">{t("chain.title")}</ButtonLink>
          <Link href="/audit/invariants">{invariants("title")}</Link>
          <Link href="/anchors">{t("anchors.title")}</Link>
        </Actions>
      </Stack>
      <SearchForm words={words} types={types} person={person} />
      {words.naam ? (
        <PeopleFound words={words} people={named} />
      ) : (
        <Stack>
          <EventList events={items} words={words} />
          <Actions>
            {next && (
              <ButtonLink variant="secondary" href={auditHref({ ...words, na: `${next.at}_${next.id}` })}>
                {t("next")}
              </ButtonLink>
            )}
            {words.na && <Link href={auditHref({ ...words, na: undefined })}>{t("first")}</Link>}
          </Actions>
        </Stack>
      )}
    </Stack>
  );
}

/** A search is recorded once, on its first page, without a typed name. */
async function noteSearch(actor: Staff, { naam: _typed, na, ...asked }: AuditWords): Promise<void> {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  if (na === undefined && Object.keys(given).length > 0) await recordLooking(actor, "audit.search", given);
}
