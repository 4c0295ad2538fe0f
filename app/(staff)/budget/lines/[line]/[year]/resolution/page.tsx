import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { figureCents } from "@/lib/budget/ceiling-change";
import { formatMoney } from "@/lib/money";
import { type LineYearParams, openChange } from "../open-line-year";
import { ResolutionForm } from "./resolution-form";

type Props = { params: LineYearParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await openChange(params, "resolution");
  return { title };
}

export default async function ResolutionPage({ params }: Props) {
  const { view, t, title, back } = await openChange(params, "resolution");
  const { figures, discrepancy } = view;
  if (!discrepancy || !figures) return notFound();
  const both = {
    printed: formatMoney(figureCents(discrepancy, "printed")),
    addedUp: formatMoney(figureCents(discrepancy, "added_up")),
  };
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/budget/lines/${view.line}/${view.year}`}>{back}</BackLink>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t("resolution.lead", both)}</Paragraph>
        <Paragraph>{t("resolution.now", { now: formatMoney(figures.ceilingCents) })}</Paragraph>
        <Paragraph>{t("resolution.undo")}</Paragraph>
      </Stack>
      <ResolutionForm line={view.line} year={view.year} submit={t("resolution.submit")} />
    </Stack>
  );
}
