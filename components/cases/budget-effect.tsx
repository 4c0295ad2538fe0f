import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { GrantEffect } from "@/lib/decisions/queries/budget-effect";
import { formatMoney } from "@/lib/money";
import { CeilingAlert } from "./ceiling-alert";

type NameKey = Parameters<ReturnType<typeof useTranslations<"budget.names">>>[0];

/** The effect of a grant per budget line; or the ceiling that is reached and the part that still fits. */
export function BudgetEffect({ effect }: { effect: GrantEffect }) {
  const t = useTranslations("staff.case");
  const name = useTranslations("budget.names");
  return (
    <>
      <CeilingAlert effect={effect} />
      <Table
        caption={t("effectCaption")}
        columns={[
          { key: "line", label: t("line") },
          { key: "ceiling", label: t("ceiling"), numeric: true },
          { key: "before", label: t("before"), numeric: true },
          { key: "after", label: t("after"), numeric: true },
          { key: "free", label: t("free"), numeric: true },
        ]}
        rows={effect.lines.map((line) => ({
          id: line.line,
          line: name(line.line as NameKey),
          ceiling: formatMoney(line.ceilingCents),
          before: formatMoney(line.beforeCents),
          after: formatMoney(line.afterCents),
          free: formatMoney(line.freeAfterCents),
        }))}
      />
    </>
  );
}
