import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DownloadLink } from "@/components/ui/download-link";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatSize, isDownloadable } from "@/lib/documents/document";
import type { DocumentView } from "@/lib/documents/queries/list-documents";
import { useFormats } from "@/lib/i18n/use-formats";
import type { Scan } from "@/lib/vocabulary/document-kinds";
import "./documents.css";

type Props = {
  documents: readonly DocumentView[];
  /** Base address of the documents for this reader: "/cases/…/documents". */
  base: string;
  /** Officials read the result of a scan in other words than employers. */
  isStaff?: boolean;
  /** An action on one of them. */
  tools?: (document: DocumentView) => ReactNode;
};

/** Documents of an application: each opens as a download, or says why it does not. */
export function DocumentList({ documents, base, isStaff = false, tools }: Props) {
  const t = useTranslations("documents");
  const format = useFormats();
  const kinds = useTranslations("form.documentKind.options");
  if (documents.length === 0) return null;
  return (
    <ul className="document-list">
      {documents.map((document) => {
        const { id, kind, name, sizeBytes, scan, uploadedAt } = document;
        return (
          <li key={id} className="stack stack--tight">
            <p className="document-list__name">
              {isDownloadable(scan) ? (
                <DownloadLink href={`${base}/${id}/download`}>{name}</DownloadLink>
              ) : (
                <span>{name}</span>
              )}
              <ScanBadge scan={scan} />
            </p>
            <p className="text-small text-quiet">
              {t("facts", {
                kind: kinds(kind),
                size: formatSize(sizeBytes),
                moment: format.moment(uploadedAt),
              })}
            </p>
            <ScanHelp scan={scan} isStaff={isStaff} />
            {tools?.(document)}
          </li>
        );
      })}
    </ul>
  );
}

function ScanBadge({ scan }: { scan: Scan }) {
  const t = useTranslations("documents.scan");
  if (isDownloadable(scan)) return null;
  return (
    <StatusBadge tone={scan === "infected" ? "error" : "warning"}>
      {t(scan as "waiting" | "infected")}
    </StatusBadge>
  );
}

function ScanHelp({ scan, isStaff }: { scan: Scan; isStaff: boolean }) {
  const t = useTranslations("documents");
  if (scan === "clean" || (scan === "unscanned" && !isStaff)) return null;
  const words =
    scan === "unscanned" ? t("scanStaff.unscanned") : t(`${isStaff ? "scanStaff" : "scanHelp"}.${scan}`);
  return <p className="text-small">{words}</p>;
}
