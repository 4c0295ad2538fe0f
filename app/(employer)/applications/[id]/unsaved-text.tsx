import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Alert } from "@/components/ui/alert";
import type { KeptPlace } from "@/lib/answers/kept-place";
import { forgetAnswersAction } from "./actions";

type Props = {
  id: string;
  place: KeptPlace;
  /** The page of the form, below the address of the application. */
  page: string;
};

/** Says that kept text of this form is shown but not sent, and how to discard it. */
export function UnsavedText({ id, place, page }: Props) {
  const t = useTranslations("applications.unsaved");
  return (
    <Alert kind="warning" heading={t("title")}>
      <p>{t("textHere")}</p>
      <ActionForm action={forgetAnswersAction} values={{ id, place, page }} variant="link">
        {t("drop")}
      </ActionForm>
    </Alert>
  );
}
