import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Actions } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import { ceilingOf } from "@/lib/budget/ceiling";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import { assumedIn } from "@/lib/schemes/assumed";
import { rulesFor } from "@/lib/schemes/rules";
import { addressOfPublication } from "@/lib/windows/publication-number";
import type { WindowPlan } from "@/lib/windows/queries/window-plans";
import { dropPlanAction, proposePlanAction, publishPlanAction, returnPlanAction } from "./actions";

const TONES = { draft: "neutral", proposed: "info", published: "ok", dropped: "neutral" } as const;

type Props = { plan: WindowPlan; holds: boolean };

/** One window plan: its contents, people, and the next action. */
export function PlanItem({ plan, holds }: Props) {
  const t = useTranslations("windows");
  const staff = useTranslations("staff");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const nameOf = useCeilingName();
  const headingId = `plan-${plan.id}`;
  const assumed = assumedIn(rulesFor(plan.rulesVersion));
  return (
    <Card labelledBy={headingId}>
      <Heading level={3} id={headingId}>
        {t("name", {
          scheme: schemes(`${plan.scheme}.name`),
          year: String(plan.year),
          opens: format.day(plan.opensOn),
        })}
      </Heading>
      <p>
        <StatusBadge tone={TONES[plan.state]}>{t(`state.${plan.state}`)}</StatusBadge>
      </p>
      <DataList
        items={[
          { term: t("opens"), value: format.moment(plan.opensAt) },
          { term: t("closes"), value: format.moment(plan.closesAt) },
          { term: t("distribution"), value: staff(`distribution.${plan.distribution}`) },
          { term: t("weeks"), value: t(`term.${plan.termFrom}`, { weeks: plan.decisionWeeks }) },
          {
            term: t("reserveUntil"),
            value: plan.reserveUntil ? format.day(plan.reserveUntil) : t("reserveUntilDue"),
          },
          { term: t("rules"), value: rulesFor(plan.rulesVersion).title },
          {
            term: t("ceiling"),
            value: (
              <Link href={`/budget/lines/${plan.lineId}/${plan.year}`}>
                {t("form.ceiling", {
                  name: nameOf(ceilingOf(plan)),
                  amount: formatMoney(plan.ceilingCents),
                })}
              </Link>
            ),
          },
          {
            term: t("publication"),
            value: (
              <Link href={addressOfPublication(plan.publication)}>
                {t("publishedOn", { publication: plan.publication, day: format.day(plan.publishedOn) })}
              </Link>
            ),
          },
        ]}
      />
      {assumed.length > 0 && (
        <Alert kind="warning">
          <p>{t("assumed", { count: assumed.length })}</p>
        </Alert>
      )}
      <Paragraph small>{useWhoDidWhat(plan).join(" · ")}</Paragraph>
      {holds && <Due plan={plan} />}
    </Card>
  );
}

function useWhoDidWhat(plan: WindowPlan): string[] {
  const t = useTranslations("windows");
  const format = useFormats();
  const { proposedByName, proposedAt, settledByName, settledAt } = plan;
  const of = (name: string, at: Date) => ({ name, moment: format.moment(at) });
  return [
    t("written", of(plan.writtenByName, plan.writtenAt)),
    ...(proposedByName && proposedAt ? [t("proposed", of(proposedByName, proposedAt))] : []),
    ...(settledByName && settledAt
      ? [t(plan.state === "published" ? "published" : "dropped", of(settledByName, settledAt))]
      : []),
  ];
}

function Due({ plan }: { plan: WindowPlan }) {
  const t = useTranslations("windows");
  const values = { planId: plan.id, revision: String(plan.revision) };
  switch (plan.state) {
    case "draft":
      return (
        <Actions>
          <ActionForm action={proposePlanAction} values={values}>
            {t("propose")}
          </ActionForm>
          <Link href={`/budget/windows/${plan.id}`}>{t("edit")}</Link>
          <ActionForm action={dropPlanAction} values={values} variant="secondary">
            {t("drop")}
          </ActionForm>
        </Actions>
      );
    case "proposed":
      return (
        <>
          <Paragraph>{t(plan.isOwn ? "own" : "beforePublishing")}</Paragraph>
          <Actions>
            {!plan.isOwn && (
              <ActionForm action={publishPlanAction} values={values}>
                {t("publish")}
              </ActionForm>
            )}
            <ActionForm action={returnPlanAction} values={values} variant="secondary">
              {t(plan.isOwn ? "takeBack" : "return")}
            </ActionForm>
          </Actions>
        </>
      );
    case "published":
    case "dropped":
      return null;
  }
}
