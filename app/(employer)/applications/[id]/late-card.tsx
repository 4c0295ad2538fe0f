import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { defaultCounter } from "@/lib/calendar/default-notice";
import { useFormats } from "@/lib/i18n/use-formats";
import type { StatusView } from "@/lib/screens/queries/read-status";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

type Props = { status: StatusView };

/** Once the decision is late: the way to give notice of default, or the notice that was given. */
export function LateCard({ status: { id, state, dueOn, course } }: Props) {
  const t = useTranslations("deadlines.own");
  const format = useFormats();
  if (!isUndecided(state) || course.today <= dueOn) return null;
  const receivedOn = course.lateness?.notice?.receivedOn;
  return (
    <Card labelledBy="late">
      <Heading level={2} id="late">
        {t("card")}
      </Heading>
      {receivedOn ? (
        <p>
          {t("given", {
            day: format.day(receivedOn),
            free: format.day(defaultCounter(receivedOn, { today: course.today }).lastFreeOn),
          })}
        </p>
      ) : (
        <>
          <p>{t("cardText", { day: format.day(dueOn) })}</p>
          <ButtonLink href={`/applications/${id}/default-notice`} variant="secondary">
            {t("link")}
          </ButtonLink>
        </>
      )}
    </Card>
  );
}
