import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/applications/action-form";
import { AwardLines } from "@/components/applications/award-lines";
import { BudgetEffect } from "@/components/cases/budget-effect";
import { BackLink } from "@/components/ui/back-link";
import { Card } from "@/components/ui/card";
import { DataList } from "@/components/ui/data-list";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { can } from "@/lib/applications/lifecycle";
import { objectionDeadline } from "@/lib/deadlines/terms";
import { GROUNDS, type Ground } from "@/lib/decisions/grounds";
import { grantEffect } from "@/lib/decisions/queries/budget-effect";
import { getFormats } from "@/lib/i18n/get-formats";
import { formatMoney } from "@/lib/money";
import { rulesFor } from "@/lib/schemes/rules";
import { decideAction } from "../actions";
import { openCase } from "../open-case";
import { AtCeiling } from "./at-ceiling";
import { ReturnForm } from "./return-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations("staff.decide"), openCase(params, "decider")]);
  return { title: t("title", { reference: view.reference }) };
}

export default async function DecidePage({ params }: Props) {
  const { actor, view } = await openCase(params, "decider");
  const { id } = view;
  const [proposal] = view.proposals;
  const may = proposal && proposal.proposedBy !== actor.personId && can("grant", view.state, actor.roles);
  if (!may || view.isOwnEmployer) return redirect(`/cases/${id}`);
  const [t, ground, words, effect] = await Promise.all([
    getTranslations("staff.decide"),
    getTranslations("form.grounds.options"),
    getTranslations("staff"),
    grantEffect(actor, view, proposal.lines),
  ]);
  const format = await getFormats();
  const grounds = proposal.grounds as Ground[];
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/cases/${id}`}>{view.reference}</BackLink>
        <Heading level={1}>{t("title", { reference: view.reference })}</Heading>
        <p>
          {view.organisation.legalName} · {words(`scheme.${view.scheme}`)}
        </p>
      </Stack>
      <Card labelledBy="preview">
        <Heading level={2} id="preview">
          {t("preview")}
        </Heading>
        <DataList
          items={[
            { term: t("outcome"), value: words(`outcomes.${proposal.outcome}`) },
            { term: t("amount"), value: formatMoney(proposal.amountCents) },
            { term: t("legal"), value: rulesFor(view.rulesVersion).title },
            {
              term: t("grounds"),
              value:
                grounds.length === 0
                  ? t("none")
                  : grounds.map((code) => `${ground(code)} (${GROUNDS[code]})`).join("; "),
            },
            {
              term: t("explanation"),
              value: <span className="pre-line">{proposal.explanation || t("none")}</span>,
            },
          ]}
        />
        <AwardLines lines={proposal.lines} />
        <p>{t("objection", { day: format.day(objectionDeadline(view.today)) })}</p>
      </Card>
      {proposal.lines.length > 0 && (
        <section className="stack" aria-labelledby="effect">
          <Heading level={2} id="effect">
            {words("case.effect", { year: String(effect.year) })}
          </Heading>
          <BudgetEffect effect={effect} />
        </section>
      )}
      {!effect.refusal && (
        <Stack>
          <p>{t(proposal.outcome === "refuse" ? "confirmRefusal" : "confirmText")}</p>
          <ActionForm action={decideAction} values={{ applicationId: id, version: String(view.version) }}>
            {t("confirm")}
          </ActionForm>
        </Stack>
      )}
      {effect.refusal && <AtCeiling applicationId={id} version={view.version} part={effect.part} />}
      <section className="stack" aria-labelledby="return">
        <Heading level={2} id="return">
          {t("returnTitle")}
        </Heading>
        <ReturnForm applicationId={id} version={view.version} submit={t("return")} />
      </section>
    </Stack>
  );
}
