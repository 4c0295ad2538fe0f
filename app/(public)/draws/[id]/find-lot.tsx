import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { readReference } from "@/lib/applications/reference";
import type { DrawRecord } from "@/lib/order/queries/draw-record";

type Props = { record: DrawRecord; asked: string | undefined };

/** A case number as it is typed, or as it stands in a reference. */
function numberIn(asked: string): number | undefined {
  const number = readReference(asked)?.split("-")[2] ?? asked;
  return /^\d{1,12}$/.test(number) ? Number(number) : undefined;
}

/** Searches one application in a list that is too long to show, with a plain form. */
export function FindLot({ record: { applications, order }, asked }: Props) {
  const t = useTranslations("draws.public.find");
  const caseNumber = asked === undefined ? undefined : numberIn(asked);
  const isListed = applications.some(([number]) => number === caseNumber);
  const lot = order && caseNumber !== undefined ? order.indexOf(caseNumber) + 1 : 0;
  return (
    <search>
      <form id="find" action="#find" method="get" className="stack">
        <div className="utrecht-form-field">
          <label className="utrecht-form-label" htmlFor="nummer">
            {t("label")}
          </label>
          <p className="utrecht-form-field-description" id="nummer-help">
            {t("help")}
          </p>
          <input
            id="nummer"
            name="nummer"
            aria-describedby="nummer-help"
            maxLength={30}
            defaultValue={asked}
            className="utrecht-textbox utrecht-textbox--html-input"
          />
        </div>
        <Button type="submit">{t("button")}</Button>
        {asked !== undefined && (
          <p role="status">
            {isListed
              ? t(lot > 0 ? "lot" : "listed", { number: `${caseNumber}`, lot, count: applications.length })
              : t("absent")}
          </p>
        )}
      </form>
    </search>
  );
}
