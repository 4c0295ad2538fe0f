import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Grid, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import type { StaffRole } from "@/lib/actor";
import type { BudgetOverview } from "@/lib/budget/queries/budget-overview";
import type { Resolution } from "@/lib/budget/queries/resolutions";
import type { SchemeOverview } from "@/lib/budget/queries/scheme-overview";
import { discrepanciesIn, SOURCE_TABLE } from "@/lib/budget/source-table";
import { dayOf, yearOf } from "@/lib/dates";
import { useFormats } from "@/lib/i18n/use-formats";
import { BudgetLine } from "./budget-line";
import { HolderBanner } from "./holder-banner";
import { SchemeThisYear } from "./scheme-this-year";
import { SourceTable } from "./source-table";
import { StaffLinks } from "./staff-links";

type Props = {
  overview: BudgetOverview;
  schemes: SchemeOverview[];
  resolved: Resolution[];
  /** The official, if one is signed in. */
  roles: readonly StaffRole[] | undefined;
};

const TERMS = ["ceiling", "committed", "beyond", "free", "reserved", "unused", "blank", "example"] as const;

export function BudgetPage({ overview, schemes, resolved, roles }: Props) {
  const t = useTranslations("budget");
  const format = useFormats();
  const discrepancies = discrepanciesIn(SOURCE_TABLE);
  const thisYear = yearOf(dayOf(overview.asOf));
  return (
    <Stack space="loose">
      <Stack>
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Paragraph small>{t("asOf", { moment: format.moment(overview.asOf) })}</Paragraph>
        <Actions>
          <DownloadLink href="/open-data/budget.json">{t("asFile")}</DownloadLink>
          <Link href="/open-data#draws">{t("draws")}</Link>
        </Actions>
        {roles && <StaffLinks roles={roles} />}
        {roles?.includes("budget_holder") && (
          <HolderBanner
            discrepancies={discrepancies.filter(({ year }) => Number(year) >= thisYear)}
            resolved={resolved}
          />
        )}
      </Stack>
      <Stack>
        <Heading level={2}>{t("thisYear.title")}</Heading>
        <Paragraph small>{t("thisYear.scale")}</Paragraph>
        <Grid>
          {schemes.map((scheme) => (
            <SchemeThisYear
              key={scheme.scheme}
              overview={scheme}
              claimedCents={claimedOf(overview, scheme)}
            />
          ))}
        </Grid>
      </Stack>
      <Stack>
        <Heading level={2}>{t("reading.title")}</Heading>
        <DataList
          items={TERMS.map((term) => ({ term: t(`reading.${term}.term`), value: t(`reading.${term}.text`) }))}
        />
      </Stack>
      <Stack>
        <Heading level={2} id="lines">
          {t("lines.title")}
        </Heading>
        <Paragraph>{t("lines.text")}</Paragraph>
        <Paragraph small>{t("lines.scale")}</Paragraph>
        <ul className="budget-tree">
          {overview.lines.map((line) => (
            <BudgetLine key={line.id} line={line} isLinked={roles !== undefined} thisYear={thisYear} />
          ))}
        </ul>
      </Stack>
      <SourceTable discrepancies={discrepancies} resolved={resolved} />
    </Stack>
  );
}

/** The claimed amount on the ceiling of a scheme, in cents; null without a ceiling. */
function claimedOf({ lines }: BudgetOverview, { ceiling }: SchemeOverview) {
  const line = lines.find(({ id }) => id === ceiling.line);
  return line?.years.find(({ year }) => year === ceiling.year)?.claimedCents ?? null;
}
