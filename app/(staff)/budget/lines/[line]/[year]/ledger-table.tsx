import { useTranslations } from "next-intl";
import { CaseLink } from "@/components/cases/case-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import type { LineYearView } from "@/lib/budget/queries/line-year";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";

type Props = { view: LineYearView; opensCases: boolean };

/** The ledger entries that count on this line in this year, a page at a time, each with its case. */
export function LedgerTable({ view: { entries, next, line, year }, opensCases }: Props) {
  const t = useTranslations("ceilings.line");
  const name = useTranslations("budget.names");
  const format = useFormats();
  return (
    <Stack>
      <Heading level={2}>{t("entries")}</Heading>
      {entries.length === 0 ? (
        <Paragraph>{t("noEntries")}</Paragraph>
      ) : (
        <Table
          stacks
          caption={t("entries")}
          columns={[
            { key: "when", label: t("when") },
            { key: "case", label: t("case") },
            { key: "where", label: t("where") },
            { key: "kind", label: t("entryKind") },
            { key: "amount", label: t("amount"), numeric: true },
            { key: "by", label: t("by") },
          ]}
          rows={entries.map((entry) => ({
            id: entry.id,
            when: format.moment(entry.at),
            case: entry.reference ? (
              <CaseLink id={entry.applicationId} opens={opensCases}>
                {t("trajectory", { reference: entry.reference, number: entry.trajectory })}
              </CaseLink>
            ) : (
              "–"
            ),
            where: name(entry.line),
            kind: t(`kinds.${entry.kind}`),
            amount: formatMoney(entry.amountCents),
            by: entry.by ?? "–",
          }))}
        />
      )}
      {next && (
        <p>
          <Link href={`/budget/lines/${line}/${year}?before=${next}`}>{t("next")}</Link>
        </p>
      )}
    </Stack>
  );
}
