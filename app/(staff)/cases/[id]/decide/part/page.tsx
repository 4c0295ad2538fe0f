import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { previewPart } from "@/lib/letters/queries/preview-decision";
import { MOVES } from "@/lib/vocabulary/lifecycle";
import { previewMetadata } from "../../letters/concept-preview";
import { LetterPreview } from "../../letters/letter-preview";
import { grantInPartAction } from "../actions";
import { openToDecide } from "../open-to-decide";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = previewMetadata;

/** The partial award as the employer will read it; the button takes exactly this decision. */
export default async function PreviewPartPage({ params }: Props) {
  const { actor, view } = await openToDecide(params);
  const [t, preview] = await Promise.all([getTranslations("staff.decide"), previewPart(actor, view.id)]);
  if (!preview) return redirect(`/cases/${view.id}/decide`);
  return (
    <LetterPreview
      view={view}
      letter={preview.letter}
      to={MOVES.grant_in_part.to}
      effect={t("partEffect")}
      action={grantInPartAction}
      seen={{
        applicationId: view.id,
        version: String(view.version),
        amountCents: String(preview.amountCents),
      }}
      submit={t("grantInPart")}
    />
  );
}
