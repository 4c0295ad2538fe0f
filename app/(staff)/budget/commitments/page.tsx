import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { BackTo } from "@/components/site/back-to";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { requireStaff } from "@/lib/auth/session";
import { type BookedYear, bookedByYearView } from "@/lib/budget/queries/booked-by-year";
import { cents, formatMoney } from "@/lib/money";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("budget.commitments"))("title") };
}

/** What was committed per line and budget year; the budget year is reported and binds nothing. */
export default async function CommitmentsPage() {
  const actor = await requireStaff("budget_holder", "auditor");
  return <Commitments rows={await bookedByYearView(actor)} />;
}

function Commitments({ rows }: { rows: readonly BookedYear[] }) {
  const t = useTranslations("budget.commitments");
  const nameOf = useCeilingName();
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <p>
          <Link href="/exports">{t("export")}</Link>
        </p>
      </Stack>
      {rows.length === 0 ? (
        <Paragraph>{t("none")}</Paragraph>
      ) : (
        <Table
          stacks
          caption={t("caption")}
          columns={[
            { key: "budgetYear", label: t("budgetYear"), numeric: true },
            { key: "ceiling", label: t("ceiling") },
            { key: "committed", label: t("committed"), numeric: true },
            { key: "released", label: t("released"), numeric: true },
            { key: "objection", label: t("objection"), numeric: true },
            { key: "balance", label: t("balance"), numeric: true },
          ]}
          rows={rows.map((row) => ({
            id: `${row.line} ${row.ceilingYear} ${row.budgetYear}`,
            budgetYear: row.budgetYear,
            ceiling: (
              <Link href={`/budget/lines/${row.line}/${row.ceilingYear}`}>
                {nameOf({ line: row.line, year: row.ceilingYear })}
              </Link>
            ),
            committed: formatMoney(row.committedCents),
            released: formatMoney(row.releasedCents),
            objection: formatMoney(row.objectionCents),
            balance: formatMoney(cents(row.committedCents + row.releasedCents + row.objectionCents)),
          }))}
        />
      )}
    </Stack>
  );
}
