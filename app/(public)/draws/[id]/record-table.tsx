import { useTranslations } from "next-intl";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import { cents, formatMoney } from "@/lib/money";
import type { DrawRecord } from "@/lib/order/queries/draw-record";
import { FindLot } from "./find-lot";

/** Most rows on screen; the file has them all. */
const MOST = 200;

type Props = { record: DrawRecord; asked: string | undefined };

/** The list of a draw: by lot once the order is known, by case number until then. */
export function RecordTable({ record, asked }: Props) {
  const t = useTranslations("draws.public");
  const { applications, order } = record;
  const requested = new Map(applications);
  const numbers = order ?? [...requested.keys()];
  return (
    <Stack>
      <Heading level={2}>{t("who")}</Heading>
      <Paragraph>{t("numbers")}</Paragraph>
      {numbers.length > MOST && (
        <>
          <Paragraph>{t("some", { most: MOST, count: numbers.length })}</Paragraph>
          <FindLot record={record} asked={asked} />
        </>
      )}
      <Table
        caption={t("list")}
        columns={[
          { key: "caseNumber", label: t("caseNumber") },
          ...(order ? [{ key: "lot" as const, label: t("lot"), numeric: true }] : []),
          { key: "requested", label: t("requested"), numeric: true },
        ]}
        rows={numbers.slice(0, MOST).map((caseNumber, place) => ({
          id: String(caseNumber),
          caseNumber,
          lot: place + 1,
          requested: formatMoney(requested.get(caseNumber) ?? cents(0)),
        }))}
      />
    </Stack>
  );
}
