import { useTranslations } from "next-intl";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { FiguresMeter } from "@/components/schemes/figures-meter";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import type { SchemeOverview } from "@/lib/budget/queries/scheme-overview";
import { type Cents, formatMoney } from "@/lib/money";

type Props = { overview: SchemeOverview; claimedCents: Cents | null };

/** The free and claimed amounts on the ceiling of one scheme, as figures and as a bar. */
export function SchemeThisYear({ overview, claimedCents }: Props) {
  const { scheme, ceiling, figures } = overview;
  const t = useTranslations("budget");
  const nameOf = useCeilingName();
  const schemes = useTranslations("schemes");
  const headingId = `this-year-${scheme}`;
  const year = `${ceiling.year}`;
  return (
    <Card labelledBy={headingId}>
      <Heading level={3} id={headingId}>
        {nameOf(ceiling)}
      </Heading>
      {figures === null ? (
        <Paragraph>{t("thisYear.none", { year })}</Paragraph>
      ) : (
        <>
          <p className="figure">{t("thisYear.left", { free: formatMoney(figures.freeCents) })}</p>
          {figures.keptCents > 0 && (
            <Paragraph>{t("thisYear.kept", { kept: formatMoney(figures.keptCents) })}</Paragraph>
          )}
          <Paragraph>{t("thisYear.of", { ceiling: formatMoney(figures.ceilingCents), year })}</Paragraph>
          <FiguresMeter figures={figures} />
          {claimedCents !== null && (
            <Paragraph>{t("thisYear.claimed", { claimed: formatMoney(claimedCents) })}</Paragraph>
          )}
          {overview.isExample && <StatusBadge tone="info">{t("example")}</StatusBadge>}
        </>
      )}
      <Link href={`/schemes/${scheme}`}>{t("thisYear.more", { scheme: schemes(`${scheme}.name`) })}</Link>
    </Card>
  );
}
