import { useTranslations } from "next-intl";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { BackTo } from "@/components/site/back-to";
import { DataList } from "@/components/ui/data-list";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import type { Ceiling } from "@/lib/budget/ceiling";
import { monthsOf, type Period } from "@/lib/forecast/periods";
import type { YearAhead } from "@/lib/forecast/queries/year-ahead";
import type { Question } from "@/lib/forecast/question";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import { CeilingTabs } from "./ceiling-tabs";
import { DemandPicture } from "./demand-picture";
import { RunOutAlert } from "./run-out-alert";
import { TiedPicture } from "./tied-picture";
import { WhatIf } from "./what-if";

type Props = { ahead: YearAhead; ceilings: readonly Ceiling[]; question: Question };

export function YearPage({ ahead, ceilings, question }: Props) {
  const t = useTranslations("year");
  const { moment, number } = useFormats();
  const nameOf = useCeilingName();
  const { ceiling, ceilingCents, grantedCents, claimedCents, insideCents, freeCents, keptCents, share } =
    ahead;
  const months = monthsOf(ahead.days, ceiling.year);
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <CeilingTabs ceilings={ceilings} current={ceiling} />
        <Paragraph small>{t("asOf", { moment: moment(ahead.asOf) })}</Paragraph>
      </Stack>
      <Stack>
        <Heading level={2}>{nameOf(ceiling)}</Heading>
        <RunOutAlert runOut={ahead.runOut} />
        <DataList
          items={[
            { term: t("ceiling"), value: ceilingCents === null ? t("none") : formatMoney(ceilingCents) },
            { term: t("committed"), value: formatMoney(grantedCents) },
            { term: t("free"), value: formatMoney(freeCents) },
            { term: t("kept"), value: formatMoney(keptCents) },
            { term: t("claimed"), value: formatMoney(claimedCents) },
            { term: t("inside"), value: formatMoney(insideCents) },
            { term: t("share"), value: t("percent", { percent: number(Math.round(share * 100)) }) },
          ]}
        />
        <Paragraph small>{t("method")}</Paragraph>
      </Stack>
      <Stack>
        <Heading level={2}>{t("tied.title")}</Heading>
        <TiedPicture ahead={ahead} />
      </Stack>
      <Stack>
        <Heading level={2}>{t("demand.title")}</Heading>
        <DemandPicture months={months} year={ceiling.year} />
        <Details summary={t("table.open")}>
          <MonthTable months={months} />
        </Details>
      </Stack>
      <WhatIf ahead={ahead} question={question} />
    </Stack>
  );
}

function MonthTable({ months }: { months: readonly Period[] }) {
  const t = useTranslations("year.table");
  const { month } = useFormats();
  return (
    <Table
      caption={t("caption")}
      columns={[
        { key: "month", label: t("month") },
        { key: "tied", label: t("tied"), numeric: true },
        { key: "asked", label: t("asked"), numeric: true },
        { key: "women", label: t("women"), numeric: true },
      ]}
      rows={months.map(({ first, tiedCents, askedCents, womenCents }) => ({
        id: first,
        month: month(first),
        tied: formatMoney(tiedCents),
        asked: formatMoney(askedCents),
        women: formatMoney(womenCents),
      }))}
    />
  );
}
