import { useTranslations } from "next-intl";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { formatMoney, sumCents } from "@/lib/money";
import type { Rules } from "@/lib/schemes/rules";
import { SourceLine } from "./source-line";

/** The amount of each next trajectory, and the total so far. */
export function AmountTable({ amounts }: { amounts: Rules["amountsCents"] }) {
  const t = useTranslations("home.scheme.money");
  const rows = amounts.value.map((amount, place) => ({
    who: t("row", { number: place + 1 }),
    amount: formatMoney(amount),
  }));
  const total = {
    who: <strong>{t("total")}</strong>,
    amount: <strong>{formatMoney(sumCents(amounts.value))}</strong>,
  };
  return (
    <Stack>
      <Heading level={2}>{t("title")}</Heading>
      <Paragraph>{t("text")}</Paragraph>
      <Table
        caption={t("caption")}
        columns={[
          { key: "who", label: t("who") },
          { key: "amount", label: t("amount"), numeric: true },
        ]}
        rows={[...rows, total]}
      />
      <SourceLine source={amounts.source} article={amounts.article} kind={amounts.kind} />
    </Stack>
  );
}
