import { useTranslations } from "next-intl";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import type { Outlook, WaitingCase } from "@/lib/forecast/what-if";
import { useFormats } from "@/lib/i18n/use-formats";

type Props = { cases: readonly WaitingCase[]; now: Outlook; then: Outlook };

const MOST = 50;

/** The applications that only one of the two calculations admits, in order of treatment. */
export function Movers({ cases, now, then }: Props) {
  const t = useTranslations("year.whatIf");
  const { day } = useFormats();
  const movers = cases.filter(({ id }) => now.inside.has(id) !== then.inside.has(id));
  if (movers.length === 0) return <Paragraph>{t("nobody")}</Paragraph>;
  return (
    <>
      <Table
        caption={t("movers")}
        columns={[
          { key: "reference", label: t("reference") },
          { key: "rankDay", label: t("rankDay") },
          { key: "becomes", label: t("becomes") },
        ]}
        rows={movers.slice(0, MOST).map(({ id, reference, rankDay }) => ({
          ...{ id, reference },
          rankDay: day(rankDay),
          becomes: t(then.inside.has(id) ? "in" : "out"),
        }))}
      />
      {movers.length > MOST && <Paragraph small>{t("more", { count: movers.length - MOST })}</Paragraph>}
    </>
  );
}
