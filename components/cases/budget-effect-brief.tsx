import { useTranslations } from "next-intl";
import type { GrantEffect } from "@/lib/decisions/queries/budget-effect";
import { formatMoney } from "@/lib/money";
import { CeilingAlert } from "./ceiling-alert";

type NameKey = Parameters<ReturnType<typeof useTranslations<"budget.names">>>[0];

/** The free amount on each budget line after a grant, leaf first, for a narrow panel. */
export function BudgetEffectBrief({ effect }: { effect: GrantEffect }) {
  const t = useTranslations("staff.case");
  const name = useTranslations("budget.names");
  return (
    <>
      <CeilingAlert effect={effect} />
      <dl className="effect-brief">
        {effect.lines.map((line) => (
          <div key={line.line}>
            <dt>{name(line.line as NameKey)}</dt>
            <dd>
              {t("effectFree", { free: formatMoney(line.freeAfterCents) })}
              <span className="award__source">
                {t("effectSum", {
                  before: formatMoney(line.beforeCents),
                  after: formatMoney(line.afterCents),
                  ceiling: formatMoney(line.ceilingCents),
                })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
