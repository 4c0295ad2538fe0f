import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { BackTo } from "@/components/site/back-to";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { Staff } from "@/lib/actor";
import { readsCases } from "@/lib/actor";
import { requireStaff } from "@/lib/auth/session";
import { type DueFilter, HORIZONS, horizonOf, hrefOf, readFilter } from "@/lib/deadlines/overview";
import { type DueList, listDue } from "@/lib/deadlines/queries/list-due";
import { DueFilters } from "./due-filters";
import { DueRow } from "./due-row";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deadlines"))("title") };
}

export default async function DeadlinesPage({ searchParams }: Props) {
  const actor = await requireStaff();
  const filter = readFilter(await searchParams);
  return <Deadlines actor={actor} filter={filter} list={await listDue(actor, filter)} />;
}

type DeadlinesProps = { actor: Staff; filter: DueFilter; list: DueList };

/** What falls due, by day, under headings that say how soon. */
function Deadlines({ actor, filter, list: { items, today, next } }: DeadlinesProps) {
  const t = useTranslations("deadlines");
  const opensCases = readsCases(actor.roles);
  const fromTheStart = { kind: filter.kind, isMine: filter.isMine };
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place={opensCases ? "work" : "budget"} />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <DueFilters filter={filter} handles={actor.roles.includes("reviewer")} />
        <p>
          <Link href="/deadlines/equated-days">{t("calendar.title")}</Link>
        </p>
      </Stack>
      {items.length === 0 && <Paragraph>{t("nothing")}</Paragraph>}
      {HORIZONS.map((horizon) => {
        const within = items.filter(({ dueOn }) => horizonOf(dueOn, today) === horizon);
        return (
          within.length > 0 && (
            <section key={horizon} className="stack" aria-labelledby={horizon}>
              <Heading level={2} id={horizon}>
                {t(`horizon.${horizon}`)}
              </Heading>
              <ul className="case-list" aria-labelledby={horizon}>
                {within.map((item) => (
                  <DueRow key={`${item.kind} ${item.id}`} item={item} today={today} opens={opensCases} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {(next || filter.after) && (
        <nav aria-label={t("pages")} className="actions">
          {next && (
            <Link href={hrefOf({ ...filter, after: next })} rel="next">
              {t("more")}
            </Link>
          )}
          {filter.after && <Link href={hrefOf(fromTheStart)}>{t("first")}</Link>}
        </nav>
      )}
    </Stack>
  );
}
