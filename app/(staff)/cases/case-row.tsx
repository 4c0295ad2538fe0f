import { useTranslations } from "next-intl";
import { CaseState } from "@/components/cases/case-state";
import { Due } from "@/components/cases/due";
import { Link } from "@/components/ui/link";
import { Shape } from "@/components/ui/shape";
import type { CaseItem } from "@/lib/cases/queries/list-cases";
import type { Day } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import { isUndecided } from "@/lib/vocabulary/lifecycle";

/** One case: employer, request, state, handler, and last day to decide. The whole row is a link. */
export function CaseRow({ item, today }: { item: CaseItem; today: Day }) {
  const t = useTranslations("staff");
  const schemes = useTranslations("schemes");
  const list = useTranslations("worklist");
  const { day } = useFormats();
  return (
    <li className="case-row">
      <div>
        <p>
          <Link href={`/cases/${item.id}`} className="case-row__link">
            {item.reference}
          </Link>
        </p>
        <p>{item.employer}</p>
      </div>
      <div>
        <p>{schemes(`${item.scheme}.name`)}</p>
        <p className="text-small text-quiet">
          {t("list.count", { count: item.trajectories, women: item.women })}
        </p>
        {item.attention.length > 0 && (
          <p className="text-small case-row__attention">
            <Shape tone="warning" /> {list("attentionCount", { count: item.attention.length })}
          </p>
        )}
      </div>
      <div>
        <p>
          <CaseState state={item.state} />
        </p>
        <p className="text-small text-quiet">
          {item.isMine
            ? list("mine")
            : item.assignee
              ? t("list.assignee", { name: item.assignee })
              : t("list.unassigned")}
        </p>
      </div>
      <div>
        <p className="text-small">
          {t("list.rankDay")} {day(item.rankDay)}
        </p>
        {isUndecided(item.state) && (
          <p className="text-small">
            {t("list.due")} <Due on={item.dueOn} today={today} />
          </p>
        )}
      </div>
      <p className="case-row__amount">{formatMoney(item.requestedCents)}</p>
    </li>
  );
}
