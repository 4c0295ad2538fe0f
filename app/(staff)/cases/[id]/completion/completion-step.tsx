import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import type { Staff } from "@/lib/actor";
import type { CaseCompletion } from "@/lib/completion/queries/case-completion";
import { mayNotTreat } from "@/lib/decisions/not-treating";
import { useFormats } from "@/lib/i18n/use-formats";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { can } from "@/lib/vocabulary/lifecycle";
import { lapseAction } from "./actions";

type Props = { view: CaseView; actor: Staff; newest: CaseCompletion | undefined };

/** The next act of a reviewer about completion: ask, wait, record a lapse, or mind the four weeks after it. */
export function CompletionStep({ view, actor, newest }: Props) {
  const t = useTranslations("completion.case");
  const format = useFormats();
  if (view.state === "completion_requested" && newest) {
    const isOver = view.today > newest.dueOn;
    const dueOn = format.day(newest.dueOn);
    return (
      <>
        <p>{t(isOver ? "lapseText" : "waitText", { dueOn })}</p>
        {isOver && can("lapse", view.state, actor.roles) && (
          <ActionForm action={lapseAction} values={{ applicationId: view.id, version: String(view.version) }}>
            {t("lapse")}
          </ActionForm>
        )}
      </>
    );
  }
  if (!can("request_completion", view.state, actor.roles)) return null;
  return (
    <>
      <NotTreat view={view} newest={newest} />
      <p>{t("askText")}</p>
      <ButtonLink href={`/cases/${view.id}/completion`} variant="secondary">
        {t("ask")}
      </ButtonLink>
    </>
  );
}

/** The link to not treating while the law allows it, and afterwards a notice that it no longer does. */
function NotTreat({ view, newest }: Pick<Props, "view" | "newest">) {
  const t = useTranslations("completion.case");
  const format = useFormats();
  const may = mayNotTreat(newest, view.today, view.equated);
  if (may.ok)
    return (
      <>
        <p>{t("notTreatBy", { day: format.day(may.value.lastDay) })}</p>
        <p>
          <Link href={`/cases/${view.id}/not-treat`}>{t("notTreat")}</Link>
        </p>
      </>
    );
  if (may.refusal.reason === "never-asked-to-complete" || may.refusal.end === "completed") return null;
  return <p>{t("notTreatLate", { day: format.day(may.refusal.lastDay) })}</p>;
}
