import { MOVES } from "@/lib/vocabulary/lifecycle";
import { ConceptPreview, previewMetadata } from "../../letters/concept-preview";
import { intendRefusalAction } from "../actions";
import { openToIntend } from "../open-to-intend";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The intended refusal as the employer will read it; the button sends exactly this. */
export default async function PreviewIntentionPage({ params }: Props) {
  const { actor, view } = await openToIntend(params);
  return (
    <ConceptPreview
      actor={actor}
      view={view}
      kind="intended_refusal"
      to={MOVES.intend_refusal.to}
      action={intendRefusalAction}
      startAt={`/cases/${view.id}/intend-refusal`}
    />
  );
}
