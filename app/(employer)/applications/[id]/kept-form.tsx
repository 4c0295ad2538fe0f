import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { KeptAnswers } from "@/components/applications/kept-answers";
import type { KeptPlace } from "@/lib/answers/kept-place";
import type { Fields } from "@/lib/answers/questions/question";
import type { RawSection } from "@/lib/form-state";
import { forgetAnswersAction } from "./actions";

type Props = {
  id: string;
  place: KeptPlace;
  /** The page of the form, below the address of the application. */
  page: string;
  fields: Fields;
  saved: RawSection;
  typed: RawSection;
  isShown: boolean;
};

/** Kept answers of this form beside the saved ones, to take over or discard. */
export function KeptForm({ id, place, page, ...versions }: Props) {
  const t = useTranslations("applications.unsaved");
  return (
    <KeptAnswers {...versions} showAt={`/applications/${id}/${page}?typed=1`}>
      <ActionForm action={forgetAnswersAction} values={{ id, place, page }} variant="link">
        {t("drop")}
      </ActionForm>
    </KeptAnswers>
  );
}
