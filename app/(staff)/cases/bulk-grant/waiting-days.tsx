import { useTranslations } from "next-intl";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { ceilingKey } from "@/lib/budget/ceiling";
import type { WaitingDay } from "@/lib/decisions/queries/bulk-grant-view";
import { useFormats } from "@/lib/i18n/use-formats";
import { cents, formatMoney } from "@/lib/money";

/** The days with open proposals, each a link to its bulk grant. */
export function WaitingDays({ days }: { days: readonly WaitingDay[] }) {
  const t = useTranslations("decisions.bulkGrant");
  const nameOf = useCeilingName();
  const format = useFormats();
  if (days.length === 0) return <Paragraph>{t("noDays")}</Paragraph>;
  return (
    <Table
      caption={t("daysCaption")}
      columns={[
        { key: "day", label: t("day") },
        { key: "ceiling", label: t("ceiling") },
        { key: "count", label: t("proposals"), numeric: true },
        { key: "amount", label: t("asked"), numeric: true },
      ]}
      rows={days.map(({ ceiling, day, count, requestedCents }) => ({
        id: `${ceilingKey(ceiling)} ${day}`,
        day: (
          <Link href={`/cases/bulk-grant?plafond=${ceilingKey(ceiling)}&dag=${day}`}>{format.day(day)}</Link>
        ),
        ceiling: nameOf(ceiling),
        count,
        amount: formatMoney(cents(requestedCents)),
      }))}
    />
  );
}
