import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/ui/back-link";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { getFormats } from "@/lib/i18n/get-formats";
import { formatMoney } from "@/lib/money";
import { type LineYearParams, openChange } from "../open-line-year";
import { ReleaseForm } from "./release-form";

type Props = { params: LineYearParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await openChange(params, "release");
  return { title };
}

export default async function ReleasePage({ params }: Props) {
  const { view, t, title, back } = await openChange(params, "release");
  const format = await getFormats();
  const { figures } = view;
  if (!view.earmark || !figures) return notFound();
  const { ceilingCents, committedCents, releasesOn } = figures;
  const used = { ceiling: formatMoney(ceilingCents), committed: formatMoney(committedCents) };
  return (
    <Stack space="loose">
      <Stack>
        <BackLink href={`/budget/lines/${view.line}/${view.year}`}>{back}</BackLink>
        <Heading level={1}>{title}</Heading>
        <Paragraph lead>{t("release.lead", used)}</Paragraph>
        <Paragraph>
          {releasesOn ? t("release.until", { day: format.day(releasesOn) }) : t("release.never")}
        </Paragraph>
      </Stack>
      <ReleaseForm line={view.line} year={view.year} submit={t("release.submit")} />
    </Stack>
  );
}
