import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { DocumentList } from "@/components/documents/document-list";
import { Words as CatalogueWords } from "@/components/site/words";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Heading } from "@/components/ui/heading";
import { Actions, Stack } from "@/components/ui/layout";
import type { DocumentsPlace } from "@/lib/documents/queries/documents-place";
import { removeDocumentAction } from "./actions";
import { UploadForm } from "./upload-form";
import type { Words } from "./words";

type Props = Pick<DocumentsPlace, "documents" | "version" | "isDraft"> & {
  applicationId: string;
  words: Words;
};

/** The files, each with a button to delete it, and the form to add one. */
export function DocumentsPanel({ applicationId, documents, version, isDraft, words }: Props) {
  const t = useTranslations("documents");
  const { from, added, removed, refused, kind } = words;
  const here = `/applications/${applicationId}`;
  const back = isDraft ? (from === "check" ? `${here}/check` : here) : `${here}/completion`;
  return (
    <Stack space="loose">
      {(added || removed) && !refused && (
        <Alert kind={added === "waiting" ? "warning" : "ok"} live>
          <p>{added === "waiting" ? t("addedWaiting") : t(added ? "added" : "removed")}</p>
        </Alert>
      )}
      <Stack>
        <Heading level={2}>{t("there")}</Heading>
        {documents.length === 0 && <p>{t("none")}</p>}
        <DocumentList
          documents={documents}
          base={`${here}/documents`}
          tools={({ id, name, applicationVersion }) =>
            applicationVersion === version && (
              <ActionForm
                action={removeDocumentAction}
                values={{ id: applicationId, documentId: id, ...(from && { from }) }}
                variant="link"
              >
                {t("remove")} <span className="visually-hidden">{name}</span>
              </ActionForm>
            )
          }
        />
      </Stack>
      <Stack>
        <Heading level={2}>{t("add")}</Heading>
        <CatalogueWords namespaces={["form", "problems", "common", "documents"]}>
          <UploadForm applicationId={applicationId} from={from} refused={refused} kind={kind} />
        </CatalogueWords>
      </Stack>
      <Actions>
        <ButtonLink href={back} variant="secondary">
          {t(isDraft ? (from === "check" ? "toCheck" : "goOn") : "toCompletion")}
        </ButtonLink>
      </Actions>
    </Stack>
  );
}
