import { redirect } from "next/navigation";
import { enterNoticeAction } from "../../late/actions";
import { openLate } from "../../late/open-late";
import { ConceptPreview, previewMetadata } from "../../letters/concept-preview";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The confirmation of a notice of default as the employer will read it; the button enters the notice and sends exactly this. */
export default async function PreviewNoticePage({ params }: Props) {
  const { actor, view } = await openLate(params);
  if (view.lateness.notice) return redirect(`/cases/${view.id}`);
  return (
    <ConceptPreview
      actor={actor}
      view={view}
      kind="default_notice"
      action={enterNoticeAction}
      startAt={`/cases/${view.id}/default-notice`}
    />
  );
}
