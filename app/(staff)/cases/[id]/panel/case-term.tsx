import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import { defaultCounter } from "@/lib/calendar/default-notice";
import type { Day } from "@/lib/dates";
import type { Notice } from "@/lib/deadlines/queries/lateness-of";
import { stoppedOn } from "@/lib/deadlines/suspension";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { isUndecided } from "@/lib/vocabulary/lifecycle";
import { endSuspensionAction } from "../late/actions";

type Props = { view: CaseView; actor: Staff };

/** Suspensions, notices about a late decision, and the acts of a reviewer about them. */
export function CaseTerm({ view, actor }: Props) {
  const t = useTranslations("deadlines.late");
  const format = useFormats();
  const { delays, notices, notice } = view.lateness;
  const handles = actor.roles.includes("reviewer") && isUndecided(view.state);
  if (!handles && delays.length === 0 && notices.length === 0 && view.suspensions.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-labelledby="term">
      <Heading level={2} id="term" looksLike={4}>
        {t("heading")}
      </Heading>
      <Stops view={view} handles={handles} />
      {delays.map(({ id, toldAt, expectedOn }) => (
        <p key={id}>{t("told", { moment: format.moment(toldAt), day: format.day(expectedOn) })}</p>
      ))}
      {notices.map((each) => (
        <Penalty key={each.receivedOn} notice={each} today={view.today} />
      ))}
      {handles && (
        <p>
          <Link href={`/cases/${view.id}/delay`}>{t("tell")}</Link>
        </p>
      )}
      {handles && !notice && view.today > view.dueOn && (
        <p>
          <Link href={`/cases/${view.id}/default-notice`}>{t("enter")}</Link>
        </p>
      )}
    </section>
  );
}

/** Days and reasons of suspensions, and the buttons to suspend and to continue the term. */
function Stops({ view: { id, suspensions, today, dueOn }, handles }: { view: CaseView; handles: boolean }) {
  const t = useTranslations("deadlines.late");
  const format = useFormats();
  const stopped = stoppedOn(suspensions, today);
  return (
    <>
      {suspensions.map((each) => {
        const from = format.day(each.startedOn);
        if (each === stopped)
          return (
            <p key={each.id}>{t(`stopped.${each.ground}`, { from, until: format.day(each.resumesOn) })}</p>
          );
        return <p key={each.id}>{t("stood", { from, until: format.day(each.endedOn ?? each.resumesOn) })}</p>;
      })}
      {handles && stopped && (
        <ActionForm action={endSuspensionAction} values={{ applicationId: id }} variant="secondary">
          {t("resume")}
        </ActionForm>
      )}
      {handles && !stopped && today <= dueOn && (
        <p>
          <Link href={`/cases/${id}/suspension`}>{t("stop")}</Link>
        </p>
      )}
    </>
  );
}

/** The penalty (Awb 4:17): the last day without one, the amount so far, or the final amount. */
function Penalty({ notice, today }: { notice: Notice; today: Day }) {
  const t = useTranslations("deadlines.late");
  const format = useFormats();
  const { receivedOn, decidedOn } = notice;
  const counter = defaultCounter(receivedOn, { today, ...(decidedOn && { decidedOn }) });
  const { days, owedCents, mostCents, lastFreeOn, penaltyFrom, penaltyUntil, setBy } = counter;
  const [owed, most] = [formatMoney(owedCents), formatMoney(mostCents)];
  const words = () => {
    if (decidedOn) return t(days === 0 ? "none" : "owed", { day: format.day(decidedOn), days, owed });
    if (days === 0) return t("free", { day: format.day(lastFreeOn) });
    if (today >= penaltyUntil) return t("full", { owed, setBy: format.day(setBy) });
    return t("running", { from: format.day(penaltyFrom), until: format.day(penaltyUntil), days, owed, most });
  };
  return (
    <p>
      {t("notice", { day: format.day(receivedOn) })} <strong>{words()}</strong>
    </p>
  );
}
