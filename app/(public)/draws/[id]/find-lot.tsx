import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { DrawRecord } from "@/lib/order/queries/draw-record";

type Props = { record: DrawRecord; asked: string | undefined };

/** Looks one application up in a list that is too long to show. A plain form that puts its number in the address. */
export function FindLot({ record: { applications, order }, asked }: Props) {
  const t = useTranslations("draws.public.find");
  const caseNumber = asked && /^\d{1,12}$/.test(asked) ? Number(asked) : undefined;
  const isListed = applications.some(([number]) => number === caseNumber);
  const lot = order && caseNumber !== undefined ? order.indexOf(caseNumber) + 1 : 0;
  return (
    <search>
      <form method="get" className="stack">
        <div className="utrecht-form-field">
          <label className="utrecht-form-label" htmlFor="nummer">
            {t("label")}
          </label>
          <input
            id="nummer"
            name="nummer"
            inputMode="numeric"
            maxLength={12}
            defaultValue={asked}
            className="utrecht-textbox utrecht-textbox--html-input"
          />
        </div>
        <Button type="submit">{t("button")}</Button>
        {asked !== undefined && (
          <p role="status">
            {isListed
              ? t(lot > 0 ? "lot" : "listed", { number: asked, lot, count: applications.length })
              : t("absent")}
          </p>
        )}
      </form>
    </search>
  );
}
