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

/** What was typed in this form when the session had ended is there again, but it is not sent: how to be rid of it. */
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
