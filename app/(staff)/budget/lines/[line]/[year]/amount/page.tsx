import type { Metadata } from "next";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { formatMoney } from "@/lib/money";
import { type LineYearParams, openChange } from "../open-line-year";
import { AmountForm } from "./amount-form";

type Props = { params: LineYearParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await openChange(params, "amount");
  return { title };
}

export default async function AmountPage({ params }: Props) {
  const { view, t, title, back } = await openChange(params, "amount");
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
        <BackLink href={`/budget/lines/${view.line}/${view.year}`}>{back}</BackLink>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{lead}</Paragraph>
        {figures && <Paragraph>{t("amount.law")}</Paragraph>}
      </Stack>
      <AmountForm line={view.line} year={view.year} submit={t("amount.submit")} />
    </Stack>
  );
}
