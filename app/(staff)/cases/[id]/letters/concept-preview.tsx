import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import type { ConceptKind } from "@/lib/concepts/concept";
import type { FormAction } from "@/lib/form-state";
import { getFormats } from "@/lib/i18n/get-formats";
import { previewConcept } from "@/lib/letters/queries/read-concept";
import type { CaseView } from "@/lib/screens/queries/read-case";
import type { State } from "@/lib/vocabulary/lifecycle";
import { LetterPreview } from "./letter-preview";

export async function previewMetadata(): Promise<Metadata> {
  const t = await getTranslations("decisions.preview");
  return { title: t("title") };
}

type Props = {
  actor: Staff;
  view: CaseView;
  kind: ConceptKind;
  to?: State;
  action: FormAction;
  /** The page on which the letter is written and changed. */
  startAt: string;
  changeAt?: string;
};

/** A concept as the employer will read it; without one it redirects to the page to write it. */
export async function ConceptPreview({ actor, view, kind, to, action, startAt, changeAt = startAt }: Props) {
  const [t, format, preview] = await Promise.all([
    getTranslations("decisions.preview"),
    getFormats(),
    previewConcept(actor, view.id, kind),
  ]);
  if (!preview) return redirect(startAt);
  const { conceptId, letter } = preview;
  return (
    <LetterPreview
      view={view}
      letter={letter}
      to={to}
      effect={t(`sendText.${kind}`, { day: format.day(view.dueOn) })}
      action={action}
      seen={{ applicationId: view.id, version: String(view.version), conceptId }}
      submit={t("send")}
    >
      <p>
        <Link href={changeAt}>{t("change")}</Link>
      </p>
    </LetterPreview>
  );
}
