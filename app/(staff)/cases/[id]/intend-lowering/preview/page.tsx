import { ConceptPreview, previewMetadata } from "../../letters/concept-preview";
import { intendLoweringAction } from "../actions";
import { openToLower } from "../open-to-lower";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The intended lowering as the employer will read it; the button sends exactly this. */
export default async function PreviewLoweringPage({ params }: Props) {
  const { actor, view } = await openToLower(params);
  return (
    <ConceptPreview
      actor={actor}
      view={view}
      kind="intended_lowering"
      action={intendLoweringAction}
      startAt={`/cases/${view.id}/intend-lowering`}
    />
  );
}
