import { useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money";
import type { AwardLine } from "@/lib/schemes/award";
import { awardTotal } from "@/lib/schemes/award";

/** An award as explained lines that add up. */
export function AwardLines({ lines }: { lines: readonly AwardLine[] }) {
  const t = useTranslations("applications.award");
  if (lines.length === 0) return <p>{t("none")}</p>;
  return (
    <dl className="award">
      {lines.map(({ trajectory, item, track, amountCents, article }) => (
        <div key={`${trajectory}-${item}`} className="award__line">
          <dt>
            {t(`item.${item}`, { number: trajectory, track })}
            <span className="award__source">{article}</span>
          </dt>
          <dd>{formatMoney(amountCents)}</dd>
        </div>
      ))}
      <div className="award__line award__line--total">
        <dt>{t("total")}</dt>
        <dd>{formatMoney(awardTotal(lines))}</dd>
      </div>
    </dl>
  );
}
