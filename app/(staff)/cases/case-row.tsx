import { useTranslations } from "next-intl";
import { CaseState } from "@/components/cases/case-state";
import { Due } from "@/components/cases/due";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/dates";
import type { WorkItem } from "@/lib/decisions/queries/work-list";
import { isUndecided } from "@/lib/decisions/undecided";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";

/** One case: who asks what, where it stands and by when it must be decided. The whole row leads to it. */
export function CaseRow({ item, today }: { item: WorkItem; today: Day }) {
  const t = useTranslations("staff");
  const format = useFormats();
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
        <p>{t(`scheme.${item.scheme}`)}</p>
        <p className="text-small text-quiet">
          {t("list.count", { count: item.trajectories, women: item.women })}
        </p>
      </div>
      <div>
        <p>
          <CaseState state={item.state} />
        </p>
        <p className="text-small text-quiet">
          {item.assignee ? t("list.assignee", { name: item.assignee }) : t("list.unassigned")}
        </p>
      </div>
      <div>
        <p className="text-small">
          {t("list.rankDay")} {format.day(item.rankDay ?? today)}
        </p>
        {isUndecided(item.state) && (
          <p className="text-small">
            {t("list.due")} <Due on={item.dueOn} today={today} />
          </p>
        )}
      </div>
      <p className="case-row__amount">{formatMoney(item.requestedCents ?? cents(0))}</p>
    </li>
  );
}
