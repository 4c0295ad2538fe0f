import { useTranslations } from "next-intl";
import { useCeilingName } from "@/components/budget/ceiling-name";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Paragraph } from "@/components/ui/paragraph";
import { StatusBadge } from "@/components/ui/status-badge";
import type { SchemeOverview } from "@/lib/budget/queries/scheme-overview";
import { type Cents, cents, formatMoney } from "@/lib/money";

const money = (value: number) => formatMoney(cents(value));

type Props = { overview: SchemeOverview; claimedCents: Cents | null };

/** The free and claimed amounts on the ceiling of one scheme, as figures and as a bar. */
export function SchemeThisYear({ overview, claimedCents }: Props) {
  const { scheme, ceiling, ceilingCents, committedCents, reservedCents, freeCents } = overview;
  const t = useTranslations("budget");
  const nameOf = useCeilingName();
  const schemes = useTranslations("schemes");
  const headingId = `this-year-${scheme}`;
  const forAll = cents(Math.max(freeCents - reservedCents, 0));
  const segments = [
    { label: t("committed"), value: committedCents, tone: "used" as const },
    ...(reservedCents > 0
      ? [{ label: t("reserved"), value: freeCents - forAll, tone: "held" as const }]
      : []),
    { label: t("free"), value: forAll, tone: "free" as const },
  ];
  return (
    <Card labelledBy={headingId}>
      <Heading level={3} id={headingId}>
        {nameOf(ceiling)}
      </Heading>
      {ceilingCents === null ? (
        <Paragraph>{t("thisYear.none", { year: `${ceiling.year}` })}</Paragraph>
      ) : (
        <>
          <p className="figure">{t("thisYear.left", { free: money(freeCents) })}</p>
          <Paragraph>{t("thisYear.of", { ceiling: money(ceilingCents), year: `${ceiling.year}` })}</Paragraph>
          <Meter
            max={ceilingCents}
            format={money}
            segments={segments}
            label={t("thisYear.bar", {
              ceiling: money(ceilingCents),
              committed: money(committedCents),
              free: money(freeCents),
            })}
          />
          {claimedCents !== null && (
            <Paragraph>{t("thisYear.claimed", { claimed: money(claimedCents) })}</Paragraph>
          )}
          {overview.isExample && <StatusBadge tone="info">{t("example")}</StatusBadge>}
        </>
      )}
      <Link href={`/schemes/${scheme}`}>{t("thisYear.more", { scheme: schemes(`${scheme}.name`) })}</Link>
    </Card>
  );
}
