import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { asksAgainFrom, refusalsFrom, waitsUntil } from "@/lib/calendar/reserve-end";
import { useFormats } from "@/lib/i18n/use-formats";
import type { StatusView } from "@/lib/screens/queries/read-status";
import { stopWaitingAction, waitAction } from "./wait/actions";

/** The end of the reserve list, its effect, and the choice to wait longer, also once more. */
export function WaitCard({ status: { id, state, today, reserveEndsOn, stopped } }: { status: StatusView }) {
  const t = useTranslations("applications.status.wait");
  const format = useFormats();
  if (state !== "reserve_list" || (stopped && stopped.ground !== "wait")) return null;
  const values = { applicationId: id };
  const ends = { until: format.day(reserveEndsOn), from: format.day(refusalsFrom(reserveEndsOn)) };
  const waits = format.day(waitsUntil(reserveEndsOn));
  const choice = (
    <ActionForm action={waitAction} values={values}>
      {t("button")}
    </ActionForm>
  );
  return (
    <Card labelledBy="wait">
      <Heading level={2} id="wait">
        {t("title")}
      </Heading>
      {reserveEndsOn < today ? (
        <p>{t("ended", ends)}</p>
      ) : stopped ? (
        <>
          <p>{t("waiting", { waits: format.day(stopped.resumesOn), ...ends })}</p>
          {today >= asksAgainFrom(reserveEndsOn) && (
            <>
              <p>{t("again", { waits })}</p>
              {choice}
            </>
          )}
          <p>{t("stopText")}</p>
          <ActionForm action={stopWaitingAction} values={values} variant="secondary">
            {t("stop")}
          </ActionForm>
        </>
      ) : (
        <>
          <p>{t("text", ends)}</p>
          <p>{t("choice", { waits })}</p>
          {choice}
        </>
      )}
    </Card>
  );
}
