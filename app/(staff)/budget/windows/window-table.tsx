import { useTranslations } from "next-intl";
import { ExampleBadge } from "@/components/applications/state-badge";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { useFormats } from "@/lib/i18n/use-formats";
import { type Cents, formatMoney } from "@/lib/money";
import { addressOfPublication } from "@/lib/windows/publication-number";
import type { PublishedWindow } from "@/lib/windows/queries/published-windows";

/** Every published window. One from the reference data names its source and links to the ceiling of its year. */
export function WindowTable({ windows }: { windows: readonly PublishedWindow[] }) {
  const t = useTranslations("windows");
  const schemes = useTranslations("schemes");
  const format = useFormats();
  const announced = ({ source, publicationNumber }: PublishedWindow, cents: Cents) => ({
    source: publicationNumber ? (
      <Link href={addressOfPublication(publicationNumber)}>{publicationNumber}</Link>
    ) : (
      source
    ),
    ceiling: formatMoney(cents),
  });
  const takenOver = ({ source, lineId, year }: PublishedWindow) => ({
    source: t("takenOver", { source }),
    ceiling: <Link href={`/budget/lines/${lineId}/${year}`}>{t("ceilingOf", { year: `${year}` })}</Link>,
  });
  return (
    <Table
      stacks
      caption={t("thereCaption")}
      columns={[
        { key: "name", label: t("scheme") },
        { key: "opens", label: t("opens") },
        { key: "closes", label: t("closes") },
        { key: "distribution", label: t("distribution") },
        { key: "source", label: t("publication") },
        { key: "ceiling", label: t("ceilingThen"), numeric: true },
      ]}
      rows={windows.map((window) => ({
        id: window.id,
        name: (
          <>
            {schemes(`${window.scheme}.name`)} {window.year} {window.isExample && <ExampleBadge />}
          </>
        ),
        opens: format.moment(window.opensAt),
        closes: format.moment(window.closesAt),
        distribution: t(`short.${window.distribution}`),
        ...(window.announcedCents === null ? takenOver(window) : announced(window, window.announcedCents)),
      }))}
    />
  );
}
