import { useTranslations } from "next-intl";
import { BackTo } from "@/components/site/back-to";
import { DownloadLink } from "@/components/ui/download-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import type { EvaluationTable } from "@/lib/evaluation/outlook";
import { OUTCOMES } from "@/lib/evaluation/outlook";
import { SMALLEST_SHOWN } from "@/lib/evaluation/suppress";
import { useFormats } from "@/lib/i18n/use-formats";
import { SCHEMES } from "@/lib/vocabulary/scheme";

type Props = { years: readonly number[]; year: number; tables: readonly EvaluationTable[] };

/** Outcomes of the trajectories of a year, with small counts suppressed. */
export function EvaluationPage({ years, year, tables }: Props) {
  const t = useTranslations("evaluation");
  const schemes = useTranslations("schemes");
  return (
    <Stack space="loose">
      <Stack>
        <BackTo place="budget" />
        <Heading level={1}>{t("title")}</Heading>
        <Paragraph lead>{t("lead")}</Paragraph>
        <Paragraph>{t("hidden", { smallest: SMALLEST_SHOWN })}</Paragraph>
        <nav aria-label={t("years")}>
          <ul className="actions plain-list">
            {years.map((candidate) => (
              <li key={candidate}>
                {candidate === year ? (
                  <strong aria-current="page">{candidate}</strong>
                ) : (
                  <Link href={`/evaluation?jaar=${candidate}`}>{candidate}</Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
        <Actions>
          <DownloadLink href={`/evaluation/counts.csv?jaar=${year}`}>{t("csv")}</DownloadLink>
        </Actions>
      </Stack>
      {tables.length === 0 && <Paragraph>{t("none", { year: `${year}` })}</Paragraph>}
      {SCHEMES.map((scheme) => {
        const own = tables.filter((table) => table.scheme === scheme);
        if (own.length === 0) return null;
        return (
          <Stack key={scheme}>
            <Heading level={2}>{t("scheme", { scheme: schemes(`${scheme}.name`), year: `${year}` })}</Heading>
            {own.map((table) => (
              <Counts key={table.dimension} table={table} />
            ))}
          </Stack>
        );
      })}
    </Stack>
  );
}

function Counts({ table: { scheme, dimension, values, shown } }: { table: EvaluationTable }) {
  const t = useTranslations("evaluation");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const written = (count: number | null | undefined) =>
    typeof count === "number" ? format.number(count) : t("small");
  const outcomes = [...OUTCOMES, "total" as const];
  const rows = [...values, "total"];
  return (
    <Table
      caption={t("caption", { dimension: t(`dimension.${dimension}`), scheme: schemes(`${scheme}.inText`) })}
      columns={[
        { key: "value", label: t(`dimension.${dimension}`) },
        ...outcomes.map((outcome) => ({ key: outcome, label: t(`outcome.${outcome}`), numeric: true })),
      ]}
      rows={rows.map((value, row) => ({
        id: value,
        value: t(`value.${value}` as Parameters<typeof t>[0]),
        ...(Object.fromEntries(
          outcomes.map((outcome, column) => [outcome, written(shown[row]?.[column])]),
        ) as Record<(typeof outcomes)[number], string>),
      }))}
    />
  );
}
