import { useTranslations } from "next-intl";
import { ExampleBadge } from "@/components/applications/state-badge";
import { Table } from "@/components/ui/table";
import { useFormats } from "@/lib/i18n/use-formats";
import { formatMoney } from "@/lib/money";
import type { PublishedWindow } from "@/lib/windows/queries/published-windows";

/** Every published window; none of it changes any more. */
export function WindowTable({ windows }: { windows: readonly PublishedWindow[] }) {
  const t = useTranslations("windows");
  const staff = useTranslations("staff");
  const format = useFormats();
  return (
    <Table
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
            {staff(`scheme.${window.scheme}`)} {window.year} {window.isExample && <ExampleBadge />}
          </>
        ),
        opens: format.moment(window.opensAt),
        closes: format.moment(window.closesAt),
        distribution: t(`short.${window.distribution}`),
        ceiling: window.announcedCents === null ? t("notKept") : formatMoney(window.announcedCents),
        source: window.source,
      }))}
    />
  );
}
