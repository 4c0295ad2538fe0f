import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import { can } from "@/lib/applications/lifecycle";
import type { CaseView } from "@/lib/decisions/queries/read-case";
import { mayPropose } from "@/lib/decisions/revision";
import { cents, formatMoney } from "@/lib/money";
import { openRevision } from "./open-revision";

type Props = { view: CaseView; actor: Staff };

/** Whether an official has something to do or see about changing the decision. */
export const concernsRevision = (view: CaseView, { roles }: Staff): boolean =>
  openRevision(view) !== undefined ||
  (roles.includes("reviewer") &&
    (mayPropose("lower", view.state) || mayPropose("grant_on_objection", view.state)));

/** After a decision: what a reviewer can propose, and what a decider confirms or turns down. */
export function RevisionStep({ view, actor }: Props) {
  const t = useTranslations("revision");
  const open = openRevision(view);
  const { id, state, awardedCents } = view;
  if (!open)
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
  const { proposal, revision } = open;
  const words = {
    name: proposal.proposedByName,
    kind: revision,
    from: formatMoney(awardedCents ?? cents(0)),
    to: formatMoney(proposal.amountCents),
  };
  const mayConfirm = can(revision, state, actor.roles);
  const isOwn = proposal.proposedBy === actor.personId;
  return (
    <>
      <p>{t("proposed", words)}</p>
      <p className="pre-line">{proposal.explanation}</p>
      {!mayConfirm && <p>{t("waits")}</p>}
      {mayConfirm && isOwn && <p>{t("own")}</p>}
      {mayConfirm && !isOwn && <ButtonLink href={`/cases/${id}/revision`}>{t("open")}</ButtonLink>}
    </>
  );
}
