import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { StaffRole } from "@/lib/actor";
import { ceilingKey } from "@/lib/budget/ceiling";
import type { ReserveList } from "@/lib/order/queries/reserve-list";
import { endReserveAction } from "./actions";

/** Applications whose reserve list ends: a reviewer proposes to refuse them, a decider refuses; nothing before the end. */
export function ReserveEnd({ list, roles }: { list: ReserveList; roles: readonly StaffRole[] }) {
  const t = useTranslations("reserve");
  const { ceiling, waiting, proposedCount } = list;
  const ending = waiting.filter(({ isEnding }) => isEnding).length;
  if (ending === 0 && proposedCount === 0) return null;
  return (
    <>
      <Heading level={3}>{t("end")}</Heading>
      {ending > 0 && <Paragraph>{t("endText", { count: ending })}</Paragraph>}
      {ending > 0 && roles.includes("reviewer") && (
        <ActionForm action={endReserveAction} values={{ ceiling: ceilingKey(ceiling) }}>
          {t("propose", { count: ending })}
        </ActionForm>
      )}
      {proposedCount > 0 && <Paragraph>{t("proposed", { count: proposedCount })}</Paragraph>}
      {proposedCount > 0 && roles.includes("decider") && (
        <p>
          <Link href="/reserve-list/refuse">{t("refuseLink")}</Link>
        </p>
      )}
    </>
  );
}
