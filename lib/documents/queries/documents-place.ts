import "server-only";
import { readAs } from "@/db/client";
import type { Employer } from "@/lib/actor";
import { ownApplication } from "@/lib/applications/queries/own-application";
import { isOpenForDocuments } from "@/lib/documents/document";
import { type DocumentView, documentsOf } from "./list-documents";

export type DocumentsPlace = {
  documents: DocumentView[];
  /** Whether files may be added; files of this version may be removed. */
  isOpen: boolean;
  isDraft: boolean;
  version: number;
};

/** Where an employer may add files to an application; undefined when it is absent or of another employer. */
export async function documentsPlace(actor: Employer, id: string): Promise<DocumentsPlace | undefined> {
  return readAs(actor, async (tx) => {
    const own = await ownApplication(tx, actor, id);
    if (!own) return undefined;
    const { state, version } = own.application;
    return {
      documents: await documentsOf(tx, id),
      isOpen: isOpenForDocuments(state),
      isDraft: state === "draft",
      version,
    };
  });
}
