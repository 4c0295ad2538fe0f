import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Details } from "@/components/ui/details";
import { fromTheStart, queryOf, type Words } from "@/lib/cases/list-words";
import type { ListChoices } from "@/lib/cases/queries/list-choices";
import { removeViewAction } from "./actions";
import { ViewForm } from "./view-form";

/** The page to save and remove views. */
export function SavedViews({ words, views }: { words: Words; views: ListChoices["views"] }) {
  const t = useTranslations("worklist");
  const here = queryOf(fromTheStart(words));
  return (
    <Details key={here} summary={views.length > 0 ? t("manage") : t("save")}>
      <ViewForm words={here} button={t("saveButton")} />
      {views.length > 0 && (
        <ul className="view-list">
          {views.map(({ name }) => (
            <li key={name}>
              <ActionForm action={removeViewAction} values={{ viewName: name, back: here }} variant="link">
                {t("remove", { name })}
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
    </Details>
  );
}
