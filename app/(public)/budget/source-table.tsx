import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import { Stack } from "@/components/ui/layout";
import { Paragraph } from "@/components/ui/paragraph";
import { Table } from "@/components/ui/table";
import type { Resolution } from "@/lib/budget/queries/resolutions";
import { type Discrepancy, SOURCE_TABLE } from "@/lib/budget/source-table";
import { useFormats } from "@/lib/i18n/use-formats";

const keyOf = (year: string) => `y-${year}`;
const cellsByYear = (cells: readonly string[]) =>
  Object.fromEntries(SOURCE_TABLE.years.map((year, column) => [keyOf(year), cells[column] ?? ""]));

type Props = { discrepancies: Discrepancy[]; resolved: Resolution[] };

/** The table as printed, with an explanation where it does not add up. */
export function SourceTable({ discrepancies, resolved }: Props) {
  const t = useTranslations("budget");
  const format = useFormats();
  const { rows, total, years, caption, title, footnote } = SOURCE_TABLE;
  const bindingWords = (year: string, found: Pick<Discrepancy, "printed" | "addedUp" | "binding">) => {
    const resolution = resolved.find((one) => String(one.year) === year);
    if (!resolution) return t("discrepancy.binding", { binding: format.number(found.binding) });
    const { figure, publication, publishedOn } = resolution;
    const binding = format.number(figure === "printed" ? found.printed : found.addedUp);
    return t("discrepancy.resolved", { binding, figure, publication, day: format.day(publishedOn) });
  };
  return (
    <Stack>
      <Heading level={2}>{t("printed.title")}</Heading>
      <Paragraph>{t("printed.text")}</Paragraph>
      <Table
        caption={caption}
        columns={[
          { key: "label", label: t("line") },
          ...years.map((year) => ({ key: keyOf(year), label: year, numeric: true })),
        ]}
        rows={[...rows, total].map(({ line, label, cells }) => ({
          id: line,
          label: line === total.line ? <strong>{label}</strong> : label,
          ...cellsByYear(cells),
        }))}
      />
      <Paragraph small>{footnote}</Paragraph>
      <Paragraph small>{t("printed.source", { title })}</Paragraph>
      {discrepancies.map(({ year, printed, addedUp, difference, binding }) => (
        <Alert key={year} kind="info" heading={t("discrepancy.title", { year })} headingLevel={3}>
          <Paragraph>
            {t("discrepancy.text", {
              year,
              printed: format.number(printed),
              addedUp: format.number(addedUp),
              difference: format.number(difference),
            })}
          </Paragraph>
          <Paragraph>{bindingWords(year, { printed, addedUp, binding })}</Paragraph>
        </Alert>
      ))}
    </Stack>
  );
}
