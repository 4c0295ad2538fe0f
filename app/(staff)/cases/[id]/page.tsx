import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExampleBadge, StateBadge } from "@/components/applications/state-badge";
import { BudgetEffect } from "@/components/cases/budget-effect";
import { CaseChecks, ChecksBrief } from "@/components/cases/case-checks";
import { Due } from "@/components/cases/due";
import { BackLink } from "@/components/ui/back-link";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Aside, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { requireStaff } from "@/lib/auth/session";
import { grantEffect } from "@/lib/decisions/queries/budget-effect";
import { readCase } from "@/lib/decisions/queries/read-case";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { cents, formatMoney } from "@/lib/money";
import { awardFor, awardTotal } from "@/lib/schemes/award";
import { rulesFor } from "@/lib/schemes/rules";
import { CaseAnswers } from "./case-answers";
import { CaseHistory } from "./case-history";
import { caseId } from "./case-id";
import { NextStep } from "./next-step";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.list");
  return { title: t("title") };
}

export default async function CasePage({ params }: Props) {
  const actor = await requireStaff("reviewer", "decider", "auditor");
  const id = caseId((await params).id);
  const view = await readCase(actor, id);
  if (!view) return notFound();
  const [t, list] = await Promise.all([getTranslations("staff.case"), getTranslations("staff")]);
  const award = view.proposals[0]?.lines ?? awardFor(rulesFor(view.rulesVersion), view.requested);
  const effect = view.decision ? undefined : await grantEffect(actor, view.scheme, award);
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href="/cases">{t("back")}</BackLink>
        <div className="application-row__title">
          <Heading level={1}>{view.reference}</Heading>
          <StateBadge state={view.state} />
          {view.isExample && <ExampleBadge />}
        </div>
      </Stack>
      <Aside
        aside={
          <div className="case-panel stack">
            <NextStep view={view} actor={actor} />
            <Heading level={2} looksLike={4}>
              {t("checks")}
            </Heading>
            <ChecksBrief checks={view.checks} />
            <Link href="#checks">{t("checksAll")}</Link>
          </div>
        }
      >
        <DataList
          items={[
            { term: list("list.employer"), value: view.organisation.legalName },
            { term: t("kvk"), value: view.organisation.kvkNumber },
            { term: list("list.scheme"), value: list(`scheme.${view.scheme}`) },
            { term: t("filed"), value: formatMoment(view.submittedAt) },
            { term: t("rankDay"), value: formatDay(view.rankDay) },
            { term: t("due"), value: <Due on={view.dueOn} today={view.today} /> },
            { term: t("requested"), value: formatMoney(view.requestedCents ?? cents(0)) },
            ...(view.awardedCents === null
              ? []
              : [{ term: t("awarded"), value: formatMoney(view.awardedCents) }]),
            { term: t("assignee"), value: view.assignee ?? t("nobody") },
            { term: t("rules"), value: view.rulesVersion },
          ]}
        />
        {effect && (
          <section className="stack" aria-labelledby="effect">
            <Heading level={2} id="effect">
              {t("effect", { year: String(effect.year) })}
            </Heading>
            <p>{t("effectOf", { amount: formatMoney(awardTotal(award)) })}</p>
            <BudgetEffect effect={effect} />
          </section>
        )}
        <section className="stack" aria-labelledby="checks">
          <Heading level={2} id="checks">
            {t("checks")}
          </Heading>
          <CaseChecks checks={view.checks} />
        </section>
        <CaseAnswers view={view} />
        <CaseHistory view={view} />
      </Aside>
    </Stack>
  );
}
