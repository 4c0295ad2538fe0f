import { useTranslations } from "next-intl";
import { NotSentYet } from "@/components/applications/not-sent-yet";
import { ExampleBadge, StateBadge } from "@/components/applications/state-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import type { Formats } from "@/lib/i18n/format";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { ApplicationSummary } from "@/lib/screens/queries/list-applications";

/** One application: its next action, then its status. */
export function ApplicationCard({
  application,
  canCopy,
}: {
  application: ApplicationSummary;
  canCopy: boolean;
}) {
  const t = useTranslations("applications.mine");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const { id, scheme, year, state, reference, isExample, phase, closesAt } = application;
  const name = t("name", { scheme: schemes(`${scheme}.name`), year });
  const isDraft = state === "draft";
  return (
    <Card labelledBy={`application-${id}`}>
      <div className="application-row__title">
        <Heading level={2} looksLike={3} id={`application-${id}`}>
          {name}
        </Heading>
        <StateBadge state={state} />
        {isExample && <ExampleBadge />}
      </div>
      {isDraft && <NotSentYet phase={phase} closesAt={closesAt} />}
      <p>{t(`next.${state}`, nextValues(application, format))}</p>
      <div className="actions">
        <ButtonLink href={`/applications/${id}`} variant={isDraft ? "primary" : "secondary"}>
          {t(isDraft ? "goOn" : "look")}
          <span className="visually-hidden"> {name}</span>
        </ButtonLink>
        {canCopy && (
          <Link href={`/applications/new?copy=${id}`}>
            {t("copy")} <span className="visually-hidden">{name}</span>
          </Link>
        )}
      </div>
      <p className="text-small text-quiet">
        {reference
          ? t("reference", { reference })
          : t("saved", { savedAt: format.moment(application.savedAt) })}
      </p>
    </Card>
  );
}

const nextValues = ({ dueOn, awardedCents }: ApplicationSummary, format: Formats) => ({
  dueOn: dueOn === null ? "" : format.day(dueOn),
  amount: awardedCents === null ? "" : formatMoney(awardedCents),
});
