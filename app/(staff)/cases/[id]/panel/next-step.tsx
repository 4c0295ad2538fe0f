import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/applications/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import { formatMoney } from "@/lib/money";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { can } from "@/lib/vocabulary/lifecycle";
import { IntendLink } from "../intend-refusal/intentions";
import { concernsRevision, RevisionStep } from "../revision/revision-step";
import { callUpAction, reconsiderAction, takeUpAction } from "./actions";

type Props = { view: CaseView; actor: Staff };
type NextStepProps = Props & { children?: ReactNode };

/** The next act of this official, or why there is none, followed by other possible acts. */
export function NextStep({ view, actor, children }: NextStepProps) {
  const t = useTranslations("staff.case");
  return (
    <Card labelledBy="next-step">
      <Heading level={2} id="next-step" looksLike={3}>
        {t("nextStep")}
      </Heading>
      <Step view={view} actor={actor} />
      {children}
    </Card>
  );
}

function Step({ view, actor }: Props) {
  const t = useTranslations("staff");
  const proposal = view.proposals[0];
  if (can("take_up", view.state, actor.roles))
    return (
      <>
        <p>{t("case.takeUpText")}</p>
        <ActionForm action={takeUpAction} values={{ applicationId: view.id, version: String(view.version) }}>
          {t("case.takeUp")}
        </ActionForm>
      </>
    );
  if (can("call_up", view.state, actor.roles))
    return (
      <>
        <p>{t("case.callUpText")}</p>
        <ActionForm action={callUpAction} values={{ applicationId: view.id, version: String(view.version) }}>
          {t("case.callUp")}
        </ActionForm>
        <p>
          <Link href="/reserve-list">{t("case.reserveList")}</Link>
        </p>
      </>
    );
  if (view.reconsiders && can("reconsider", view.state, actor.roles))
    return (
      <>
        <p>{t("case.reconsiderText")}</p>
        <ActionForm
          action={reconsiderAction}
          values={{ applicationId: view.id, version: String(view.version) }}
        >
          {t("case.reconsider")}
        </ActionForm>
        <p>
          <Link href="/reserve-list">{t("case.reserveList")}</Link>
        </p>
      </>
    );
  if (can("propose", view.state, actor.roles))
    return (
      <>
        {proposal?.returnedAt && (
          <p>
            {t("case.wasReturned")} <Link href="#proposals">{t("case.readWhy")}</Link>
          </p>
        )}
        <p>{t("case.proposeText")}</p>
        <ButtonLink href={`/cases/${view.id}/propose`}>{t("case.propose")}</ButtonLink>
        <IntendLink view={view} actor={actor} />
      </>
    );
  if (can("grant", view.state, actor.roles) && proposal) {
    if (proposal.proposedBy === actor.personId) return <p>{t("case.ownProposal")}</p>;
    const words = {
      name: proposal.proposedByName,
      outcome: t(`outcomes.${proposal.outcome}`),
      amount: formatMoney(proposal.amountCents),
    };
    return (
      <>
        <p>{t("case.decideText", words)}</p>
        <ButtonLink href={`/cases/${view.id}/decide`}>{t("case.decide")}</ButtonLink>
      </>
    );
  }
  if (concernsRevision(view, actor)) return <RevisionStep view={view} actor={actor} />;
  if (view.state === "completion_requested") return null;
  return <p>{t("case.nothing")}</p>;
}
