import { useTranslations } from "next-intl";
import { DocumentList } from "@/components/documents/document-list";
import { Heading } from "@/components/ui/heading";
import type { CaseView } from "@/lib/screens/queries/read-case";

/** The files of the application; a download is recorded. */
export function CaseDocuments({ view: { id, documents } }: { view: CaseView }) {
  const t = useTranslations("documents");
  return (
    <section className="stack" aria-labelledby="documents">
      <Heading level={2} id="documents">
        {t("staffTitle")}
      </Heading>
      <p className="text-quiet">{t(documents.length > 0 ? "staffNoted" : "noneFiled")}</p>
      <DocumentList documents={documents} base={`/cases/${id}/documents`} isStaff />
    </section>
  );
}
