import { tellDelayAction } from "../../late/actions";
import { openLate } from "../../late/open-late";
import { ConceptPreview, previewMetadata } from "../../letters/concept-preview";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The notice of delay as the employer will read it; the button sends exactly this. */
export default async function PreviewDelayPage({ params }: Props) {
  const { actor, view } = await openLate(params);
  return (
    <ConceptPreview
      actor={actor}
      view={view}
      kind="delay_notice"
      action={tellDelayAction}
      startAt={`/cases/${view.id}/delay`}
    />
  );
}
