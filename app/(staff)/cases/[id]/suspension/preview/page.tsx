import { suspendAction } from "../../late/actions";
import { openLate } from "../../late/open-late";
import { ConceptPreview, previewMetadata } from "../../letters/concept-preview";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The letter as the employer will read it; the button sends exactly this. */
export default async function PreviewSuspensionPage({ params }: Props) {
  const { actor, view } = await openLate(params);
  return (
    <ConceptPreview
      actor={actor}
      view={view}
      kind="suspension"
      action={suspendAction}
      startAt={`/cases/${view.id}/suspension`}
    />
  );
}
