import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/applications/state-badge";
import { Due } from "@/components/cases/due";
import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/dates";
import type { WorkItem } from "@/lib/decisions/queries/work-list";
import { formatDay } from "@/lib/i18n/format";
import { cents, formatMoney } from "@/lib/money";

/** One case: who asks what, where it stands and by when it must be decided. */
export function CaseRow({ item, today }: { item: WorkItem; today: Day }) {
  const t = useTranslations("staff");
  return (
    <li className="case-row">
      <div>
        <p>
          <Link href={`/cases/${item.id}`} className="case-row__link">
            {item.reference}
          </Link>
        </p>
        <p>{item.employer}</p>
        <p className="text-small text-quiet">
          {t(`scheme.${item.scheme}`)} · {t("list.count", { count: item.trajectories, women: item.women })}
        </p>
      </div>
      <div>
        <p>
          <StateBadge state={item.state} />
        </p>
        <p className="text-small">
          {item.assignee ? t("list.assignee", { name: item.assignee }) : t("list.unassigned")}
        </p>
      </div>
      <div className="case-row__amount">
        <p>{formatMoney(item.requestedCents ?? cents(0))}</p>
        <p className="text-small">
          {t("list.rankDay")} {formatDay(item.rankDay ?? today)}
        </p>
        <p className="text-small">
          {t("list.due")} <Due on={item.dueOn} today={today} />
        </p>
      </div>
    </li>
  );
}
