import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { refusalsFrom, waitsUntil } from "@/lib/calendar/reserve-end";
import { laterOf } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";
import type { StatusView } from "@/lib/screens/queries/read-status";
import { stopWaitingAction, waitAction } from "./wait/actions";

/** The end of the reserve list, its effect, and the choice to wait longer. */
export function WaitCard({ status: { id, state, today, reserveEndsOn, stopped } }: { status: StatusView }) {
  const t = useTranslations("applications.status.wait");
  const format = useFormats();
  if (state !== "reserve_list" || (stopped && stopped.ground !== "wait")) return null;
  const values = { applicationId: id };
  return (
    <Card labelledBy="wait">
      <Heading level={2} id="wait">
        {t("title")}
      </Heading>
      {stopped?.ground === "wait" ? (
        <>
          <p>{t("waiting", { waits: format.day(stopped.resumesOn) })}</p>
          <p>{t("stopText")}</p>
          <ActionForm action={stopWaitingAction} values={values} variant="secondary">
            {t("stop")}
          </ActionForm>
        </>
      ) : (
        <>
          <p>
            {t("text", { until: format.day(reserveEndsOn), from: format.day(refusalsFrom(reserveEndsOn)) })}
          </p>
          <p>{t("choice", { waits: format.day(waitsUntil(laterOf(today, reserveEndsOn))) })}</p>
          <ActionForm action={waitAction} values={values}>
            {t("button")}
          </ActionForm>
        </>
      )}
    </Card>
  );
}
