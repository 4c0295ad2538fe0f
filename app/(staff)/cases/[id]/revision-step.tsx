import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import { can } from "@/lib/applications/lifecycle";
import type { CaseView } from "@/lib/decisions/queries/read-case";
import { mayPropose } from "@/lib/decisions/revision";
import { cents, formatMoney } from "@/lib/money";
import { RejectForm } from "./reject-form";
import { confirmRevisionAction } from "./revision-actions";

type Props = { view: CaseView; actor: Staff };

/** The proposal to change a decision that was taken, when there is one. */
const openRevision = ({ proposals, decision }: CaseView) => {
  const [proposal] = proposals;
  const isLater = proposal && decision && proposal.id !== decision.proposalId && !proposal.returnedAt;
  return isLater && proposal.proposedAt > decision.decidedAt ? proposal : undefined;
};

/** Whether an official has something to do or see about changing the decision. */
export const concernsRevision = (view: CaseView, { roles }: Staff): boolean =>
  openRevision(view) !== undefined ||
  (roles.includes("reviewer") &&
    (mayPropose("lower", view.state) || mayPropose("grant_on_objection", view.state)));

/** After a decision: what a reviewer can propose, and what a decider confirms or turns down. */
export function RevisionStep({ view, actor }: Props) {
  const t = useTranslations("revision");
  const proposal = openRevision(view);
  const { id, version, state, awardedCents } = view;
  if (!proposal)
    return (
      <ul>
        {mayPropose("lower", state) && (
          <li>
            <Link href={`/cases/${id}/lower`}>{t("lowerLink")}</Link>
          </li>
        )}
        {mayPropose("grant_on_objection", state) && (
          <li>
            <Link href={`/cases/${id}/objection`}>{t("objectionLink")}</Link>
          </li>
        )}
      </ul>
    );
  const isRise = proposal.amountCents > (awardedCents ?? 0);
  const words = {
    name: proposal.proposedByName,
    kind: isRise ? "grant_on_objection" : "lower",
    from: formatMoney(awardedCents ?? cents(0)),
    to: formatMoney(proposal.amountCents),
  };
  const mayConfirm = can(isRise ? "grant_on_objection" : "lower", state, actor.roles);
  return (
    <>
      <p>{t("proposed", words)}</p>
      <p className="pre-line">{proposal.explanation}</p>
      {!mayConfirm && <p>{t("waits")}</p>}
      {mayConfirm && proposal.proposedBy === actor.personId && <p>{t("own")}</p>}
      {mayConfirm && proposal.proposedBy !== actor.personId && (
        <>
          <ActionForm action={confirmRevisionAction} values={{ applicationId: id, version: String(version) }}>
            {t("confirm")}
          </ActionForm>
          <RejectForm applicationId={id} version={version} submit={t("reject")} />
        </>
      )}
    </>
  );
}
