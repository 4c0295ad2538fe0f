import * as z from "zod";
import { DOCUMENT_PROBLEMS, type DocumentProblem } from "@/lib/documents/upload-problems";
import { SCANS } from "@/lib/vocabulary/document-kinds";

/** Answers of the server itself, when the app gives none. */
const SAID: Record<string, DocumentProblem> = { busy: "document-busy", away: "document-away" };

const answerSchema = z.union([
  z.object({ added: z.enum(SCANS) }),
  z.object({ refused: z.enum(DOCUMENT_PROBLEMS) }),
  z
    .object({ saying: z.string() })
    .transform(({ saying }) => ({ refused: SAID[saying] ?? ("document-unknown" as const) })),
]);
export type Answer = z.output<typeof answerSchema>;

/**
 * Sends a form with a file, and reports progress from 0 to 1, which `fetch` cannot. Without an answer the outcome is
 * unknown: `document-unknown`.
 */
export function sendFile(
  address: string,
  form: FormData,
  progress: (share: number) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onloadend = () => {
      const { data } = answerSchema.safeParse(request.response);
      resolve(data ?? { refused: "document-unknown" });
    };
    request.send(form);
  });
}
