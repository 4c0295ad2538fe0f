import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { formatMoney } from "@/lib/money";
import { type LineYearParams, openLineYear } from "../open-line-year";
import { AmountForm } from "./amount-form";

type Props = { params: LineYearParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await words(params);
  return { title };
}

async function words(params: LineYearParams) {
  const [{ view }, t, name] = await Promise.all([
    openLineYear(params, ["budget_holder"]),
    getTranslations("ceilings"),
    getTranslations("budget.names"),
  ]);
  const of = { line: name(view.line), year: String(view.year) };
  return { view, t, of, title: t("amount.title", of) };
}

export default async function AmountPage({ params }: Props) {
  const { view, t, of, title } = await words(params);
  const { figures } = view;
  const lead = figures
    ? t("amount.lead", {
        ceiling: formatMoney(figures.ceilingCents),
        committed: formatMoney(figures.committedCents),
        reserved: formatMoney(figures.reservedCents),
      })
    : t("amount.leadSet");
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/budget/lines/${view.line}/${view.year}`}>{t("line.title", of)}</BackLink>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{lead}</Paragraph>
        {figures && <Paragraph>{t("amount.law")}</Paragraph>}
      </Stack>
      <AmountForm line={view.line} year={view.year} submit={t("amount.submit")} />
    </Stack>
  );
}
