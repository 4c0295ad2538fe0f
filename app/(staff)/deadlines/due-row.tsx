import { useTranslations } from "next-intl";
import { CaseState } from "@/components/cases/case-state";
import { Due } from "@/components/cases/due";
import { Link } from "@/components/ui/link";
import { Shape } from "@/components/ui/shape";
import type { Day } from "@/lib/dates";
import type { DueItem } from "@/lib/deadlines/queries/list-due";

type Props = { item: DueItem; today: Day; opens: boolean };

/** One term: its case, kind, last day and handler. The whole row is a link to the case. */
export function DueRow({ item, today, opens }: Props) {
  const t = useTranslations("deadlines");
  const schemes = useTranslations("schemes");
  const list = useTranslations("worklist");
  const { id, reference, employer, kind, dueOn, scheme, state } = item;
  const isOver = dueOn < today;
  const todo = isOver && (kind === "completion" || kind === "response") ? (`${kind}Over` as const) : kind;
  return (
    <li className="case-row case-row--due">
      <div>
        <p>
          {opens ? (
            <Link href={`/cases/${id}`} className="case-row__link">
              {reference}
            </Link>
          ) : (
            reference
          )}
        </p>
        <p>{employer}</p>
      </div>
      <div>
        <p>
          {isOver && <Shape tone="warning" />} <strong>{t(`kind.${kind}`)}</strong>
        </p>
        <p className="text-small text-quiet">{t(`todo.${todo}`)}</p>
      </div>
      <div>
        <p>
          <Due on={dueOn} today={today} />
        </p>
        <p className="text-small text-quiet">{schemes(`${scheme}.name`)}</p>
      </div>
      <div>
        <p>
          <CaseState state={state} />
        </p>
        <p className="text-small text-quiet">{item.isMine ? list("mine") : (item.assignee ?? t("nobody"))}</p>
      </div>
    </li>
  );
}
