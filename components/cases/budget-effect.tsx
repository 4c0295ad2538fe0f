import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Table } from "@/components/ui/table";
import { problemOf } from "@/lib/decisions/messages";
import type { GrantEffect } from "@/lib/decisions/queries/budget-effect";
import { formatMoney } from "@/lib/money";

type NameKey = Parameters<ReturnType<typeof useTranslations<"budget.names">>>[0];

/** Per budget line what a grant does to it; or which ceiling stands in the way and what still fits. */
export function BudgetEffect({ effect }: { effect: GrantEffect }) {
  const t = useTranslations("staff.case");
  const name = useTranslations("budget.names");
  const problems = useTranslations("problems");
  const problem = effect.refusal && problemOf(effect.refusal);
  return (
    <>
      {problem && (
        <Alert kind="warning">
          <p>
            {problems(problem.code as Parameters<typeof problems>[0], {
              ...problem.values,
              line: name(String(problem.values?.line) as NameKey),
            })}
          </p>
        </Alert>
      )}
      <Table
        caption={t("effect", { year: String(effect.year) })}
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
