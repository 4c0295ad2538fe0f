import { useTranslations } from "next-intl";
import { DocumentList } from "@/components/documents/document-list";
import { Heading } from "@/components/ui/heading";
import type { CaseView } from "@/lib/screens/queries/read-case";

/** Links to the bank statements, to open beside the proposal. */
export function Statements({ view: { id, documents } }: { view: CaseView }) {
  const t = useTranslations("staff.manualChecks");
  const statements = documents.filter(({ kind }) => kind === "bank_statement");
  if (statements.length === 0) return null;
  return (
    <>
      <Heading level={2} looksLike={4}>
        {t("statement")}
      </Heading>
      <DocumentList documents={statements} base={`/cases/${id}/documents`} isStaff />
    </>
  );
}
