import { useTranslations } from "next-intl";
import { DocumentList } from "@/components/documents/document-list";
import { Heading } from "@/components/ui/heading";
import { Link } from "@/components/ui/link";
import type { DocumentView } from "@/lib/documents/queries/list-documents";

type Props = {
  applicationId: string;
  documents: readonly DocumentView[];
  /** The page on which they can still be changed, and which returns here. */
  canChange?: "check" | "completion";
};

/** The files of an application. */
export function SentDocuments({ applicationId, documents, canChange }: Props) {
  const t = useTranslations("documents");
  const change = useTranslations("applications.check");
  const base = `/applications/${applicationId}/documents`;
  return (
    <section className="stack stack--tight" aria-labelledby="part-documents">
      <div className="application-row__title">
        <Heading level={3} id="part-documents">
          {t("title")}
        </Heading>
        {canChange && (
          <Link href={canChange === "check" ? `${base}?from=check` : base}>
            {change("change")} <span className="visually-hidden">{t("title")}</span>
          </Link>
        )}
      </div>
      {documents.length === 0 && <p>{t(canChange ? "none" : "noneFiled")}</p>}
      <DocumentList documents={documents} base={base} />
    </section>
  );
}
