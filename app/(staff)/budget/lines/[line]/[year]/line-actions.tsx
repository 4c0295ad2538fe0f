import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Actions } from "@/components/ui/layout";
import type { LineYearView } from "@/lib/budget/queries/line-year";
import { yearOf } from "@/lib/dates";

/** The changes that a budget holder can propose for this line and year; for a past year only a transfer of free money. */
export function LineActions({ view }: { view: LineYearView }) {
  const t = useTranslations("ceilings.line");
  const { line, year, today, figures, earmark, municipal, isDivided, discrepancy } = view;
  if (municipal) return null;
  const isOver = year < yearOf(today);
  const here = `/budget/lines/${line}/${year}`;
  const isKept = earmark && figures && (figures.releasesOn === null || figures.releasesOn > today);
  if (isOver && !figures) return null;
  if (isOver)
    return (
      <Actions>
        {isKept && <ButtonLink href={`${here}/release`}>{t("release")}</ButtonLink>}
        {isDivided && (
          <ButtonLink href={`${here}/transfer`} variant="secondary">
            {t("transfer")}
          </ButtonLink>
        )}
      </Actions>
    );
  return (
    <Actions>
      {discrepancy && figures && <ButtonLink href={`${here}/resolution`}>{t("resolve")}</ButtonLink>}
      {isKept && <ButtonLink href={`${here}/release`}>{t("release")}</ButtonLink>}
      <ButtonLink href={`${here}/amount`} variant={discrepancy || isKept ? "secondary" : "primary"}>
        {t(figures ? "changeCeiling" : "setCeiling")}
      </ButtonLink>
    </Actions>
  );
}
