import { MOVES } from "@/lib/vocabulary/lifecycle";
import { ConceptPreview, previewMetadata } from "../../letters/concept-preview";
import { requestCompletionAction } from "../actions";
import { openToAsk } from "../open-to-ask";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The request as the employer will read it; the button sends exactly this. */
export default async function PreviewRequestPage({ params }: Props) {
  const { actor, view } = await openToAsk(params);
  const base = `/cases/${view.id}/completion`;
  return (
    <ConceptPreview
      actor={actor}
      view={view}
      kind="completion_request"
      to={MOVES.request_completion.to}
      action={requestCompletionAction}
      startAt={base}
      changeAt={`${base}/letter`}
    />
  );
}
