import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { CASE_READERS } from "@/lib/actor";
import { canAskAuthorities } from "@/lib/gateways/authorities";
import { personsOfCase } from "@/lib/person-checks/queries/persons-of-case";
import { openCase } from "../open-case";
import { Acts } from "./acts";
import { Checks, NumberStanding, Openings } from "./standing";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ person?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("persons"), openCase(params, ...CASE_READERS)]);
  return { title: t("title", { reference: view.reference }) };
}

/** The checks of one person with the authorities; only the reviewer who has the case in hand can act here. */
export default async function PersonsPage({ params, searchParams }: Props) {
  const { actor, view } = await openCase(params, ...CASE_READERS);
  const [t, { persons, mayCheck, isKept }, query] = await Promise.all([
    getTranslations("persons"),
    personsOfCase(actor, view.id),
    searchParams,
  ]);
  const shown = Number(query.person ?? 1);
  const person = persons.find(({ number }) => number === shown);
  if (isKept && !person) return notFound();
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${view.id}`}>{view.reference}</BackLink>
        <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
        <Paragraph lead>{t(isKept ? "lead" : "notKept")}</Paragraph>
        {persons.length > 1 && (
          <p className="actions">
            {persons.map(({ number }) => (
              <Link key={number} href={`/cases/${view.id}/persons?person=${number}`}>
                {t("person", { number })}
              </Link>
            ))}
          </p>
        )}
      </Stack>
      {person && (
        <>
          <section className="stack" aria-labelledby="person">
            <Heading level={2} id="person">
              {t("person", { number: person.number })}
            </Heading>
            <NumberStanding person={person} />
            <Checks person={person} />
          </section>
          {mayCheck ? (
            <Acts applicationId={view.id} person={person} canAsk={canAskAuthorities()} />
          ) : (
            <p>{t("handlerOnly")}</p>
          )}
          <Openings person={person} />
        </>
      )}
    </Stack>
  );
}
