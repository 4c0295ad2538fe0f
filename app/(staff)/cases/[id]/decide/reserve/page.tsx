import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { previewReserve } from "@/lib/letters/queries/preview-decision";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import { previewMetadata } from "../../letters/concept-preview";
import { LetterPreview } from "../../letters/letter-preview";
import { reserveAction } from "../actions";
import { openToDecide } from "../open-to-decide";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The letter about the reserve list as the employer will read it; the button sends exactly this. */
export default async function PreviewReservePage({ params }: Props) {
  const { actor, view } = await openToDecide(params);
  const [t, preview] = await Promise.all([getTranslations("staff.decide"), previewReserve(actor, view.id)]);
  if (!preview) return redirect(`/cases/${view.id}/decide`);
  return (
    <LetterPreview
      view={view}
      letter={preview.letter}
      to={MOVES.reserve.to}
      effect={t("reserveEffect")}
      action={reserveAction}
      seen={{ applicationId: view.id, version: String(view.version) }}
      submit={t("reserve")}
    />
  );
}
