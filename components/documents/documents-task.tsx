import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { type DocumentKind, missingKinds } from "@/lib/documents/document";
import type { DocumentView } from "@/lib/documents/queries/list-documents";

type Props = {
  applicationId: string;
  documents: readonly DocumentView[];
  /** What the rules ask for. */
  required: readonly DocumentKind[];
};

/** The files of a draft as a line of its task list. */
export function DocumentsTask({ applicationId, documents, required }: Props) {
  const t = useTranslations("documents");
  const isMissing = missingKinds(required, documents).length > 0;
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
