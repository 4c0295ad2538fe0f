import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import { heardOnLowering, isOpen } from "@/lib/decisions/hearing";
import { mayPropose } from "@/lib/decisions/revision";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { can } from "@/lib/vocabulary/lifecycle";
import { dropLoweringAction, lapseLoweringAction } from "../intend-lowering/actions";
import { openRevision } from "./open-revision";

type Props = { view: CaseView; actor: Staff };

/** Whether an official has an act or information about a revision. */
export const concernsRevision = (view: CaseView, { roles }: Staff): boolean =>
  openRevision(view) !== undefined ||
  (roles.includes("reviewer") && (mayPropose("lower", view) || mayPropose("grant_on_objection", view)));

/** After a decision: the revisions that a reviewer can propose, and the one that a decider confirms or turns down. */
export function RevisionStep({ view, actor }: Props) {
  const t = useTranslations("revision");
  const format = useFormats();
  const open = openRevision(view);
  const { id, state, awardedCents } = view;
  if (!open) return <Begin view={view} />;
  const { proposal, revision, move } = open;
  const words = {
    name: proposal.proposedByName,
    kind: revision,
    from: formatMoney(awardedCents ?? cents(0)),
    to: formatMoney(proposal.amountCents),
  };
  const mayConfirm = can(move, state, actor.roles);
  const isOwn = proposal.proposedBy === actor.personId;
  return (
    <>
      <p>{t("proposed", words)}</p>
      {proposal.askedOn && <p>{t("asked", { day: format.day(proposal.askedOn) })}</p>}
      <p className="pre-line">{proposal.explanation}</p>
      {!mayConfirm && <p>{t("waits")}</p>}
      {mayConfirm && isOwn && <p>{t("own")}</p>}
      {mayConfirm && !isOwn && <ButtonLink href={`/cases/${id}/revision`}>{t("open")}</ButtonLink>}
    </>
  );
}

/** The acts of a reviewer about the decision in force: about an open revision first, or else those that start one. */
function Begin({ view }: { view: CaseView }) {
  const t = useTranslations("revision");
  const { id, version, intentions } = view;
  if (intentions.some(isOpen)) return <Hearing view={view} />;
  const heard = heardOnLowering(intentions, version);
  return (
    <>
      {heard && (
        <>
          <p>
            {t("heard", { responded: heard.respondedAt ? "yes" : "no" })}{" "}
            <Link href="#intentions">{t("readResponse")}</Link>
          </p>
          <ButtonLink href={`/cases/${id}/lower`}>{t("proposeLowering")}</ButtonLink>
          <Drop view={view} />
        </>
      )}
      <ul>
        {mayPropose("lower", view) && (
          <li>
            <Link href={`/cases/${id}/intend-lowering`}>{t(heard ? "againLink" : "lowerLink")}</Link>
          </li>
        )}
        {mayPropose("grant_on_objection", view) && (
          <li>
            <Link href={`/cases/${id}/objection`}>{t("objectionLink")}</Link>
          </li>
        )}
      </ul>
    </>
  );
}

/** The last day to respond to an intended lowering; after it the button to continue. */
function Hearing({ view }: { view: CaseView }) {
  const { id, version, today, intentions } = view;
  const t = useTranslations("decisions.intend");
  const format = useFormats();
  const open = intentions.find(isOpen);
  if (!open) return null;
  const day = format.day(open.untilOn);
  const isOver = today > open.untilOn;
  return (
    <>
      <p>{t(isOver ? "lapseText" : "waiting", { day })}</p>
      {isOver && (
        <ActionForm action={lapseLoweringAction} values={{ applicationId: id, version: String(version) }}>
          {t("lapse")}
        </ActionForm>
      )}
      <Drop view={view} />
    </>
  );
}

function Drop({ view: { id, version } }: { view: CaseView }) {
  const t = useTranslations("revision");
  return (
    <>
      <p>{t("dropText")}</p>
      <ActionForm
        action={dropLoweringAction}
        values={{ applicationId: id, version: String(version) }}
        variant="secondary"
      >
        {t("drop")}
      </ActionForm>
    </>
  );
}
