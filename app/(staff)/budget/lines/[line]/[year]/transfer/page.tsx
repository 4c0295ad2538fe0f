import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { freeCents } from "@/lib/budget/allocation";
import { ceilingKey } from "@/lib/budget/ceiling";
import { formatMoney } from "@/lib/money";
import { divisibleCeilings } from "@/lib/windows/queries/divisible-ceilings";
import { type LineYearParams, openChange, openLineYear } from "../open-line-year";
import { TransferForm } from "./transfer-form";

type Props = { params: LineYearParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await openChange(params, "transfer");
  return { title };
}

/** Free money of a year that is over, to another ceiling. */
export default async function TransferPage({ params }: Props) {
  const [{ view, t, title, back }, { actor }] = await Promise.all([
    openChange(params, "transfer"),
    openLineYear(params, ["budget_holder"]),
  ]);
  if (!view.figures || !view.isDivided) return notFound();
  const [ceilings, budget] = await Promise.all([divisibleCeilings(actor), getTranslations("budget")]);
  const targets = ceilings.map((ceiling) => ({
    value: ceilingKey(ceiling),
    label: budget("ceilingName", { line: budget(`names.${ceiling.line}`), year: String(ceiling.year) }),
  }));
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/budget/lines/${view.line}/${view.year}`}>{back}</BackLink>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t("transfer.lead", { free: formatMoney(freeCents(view.figures)) })}</Paragraph>
        <Paragraph>{t("transfer.law")}</Paragraph>
      </Stack>
      <TransferForm line={view.line} year={view.year} submit={t("transfer.submit")} targets={targets} />
    </Stack>
  );
}
