import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { cents, formatMoney } from "@/lib/money";
import type { DrawRecord } from "@/lib/order/queries/draw-record";

/** Who is drawn: by lot once that is known, by case number until then. */
export function RecordTable({ record: { applications, order } }: { record: DrawRecord }) {
  const t = useTranslations("draws.public");
  const requested = new Map(applications);
  const numbers = order ?? [...requested.keys()];
  return (
    <Table
      caption={t("list")}
      columns={[
        { key: "caseNumber", label: t("caseNumber") },
        ...(order ? [{ key: "lot" as const, label: t("lot"), numeric: true }] : []),
        { key: "requested", label: t("requested"), numeric: true },
      ]}
      rows={numbers.map((caseNumber, place) => ({
        id: String(caseNumber),
        caseNumber,
        lot: place + 1,
        requested: formatMoney(requested.get(caseNumber) ?? cents(0)),
      }))}
    />
  );
}
