import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import type { DocumentView } from "@/lib/documents/queries/list-documents";

type Props = {
  applicationId: string;
  documents: readonly DocumentView[];
  /** Whether a required file is missing. */
  isMissing: boolean;
};

/** The files of a draft as a line of its task list. */
export function DocumentsTask({ applicationId, documents, isMissing }: Props) {
  const t = useTranslations("documents");
  const count = documents.length;
  return (
    <li>
      <Link href={`/applications/${applicationId}/documents`}>{t("title")}</Link>
      {isMissing && <StatusBadge tone="neutral">{t("state.missing")}</StatusBadge>}
      {!isMissing && count === 0 && <StatusBadge tone="neutral">{t("state.optional")}</StatusBadge>}
      {!isMissing && count > 0 && <StatusBadge tone="ok">{t("state.done", { count })}</StatusBadge>}
    </li>
  );
}
