import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/applications/action-form";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import type { Staff } from "@/lib/actor";
import { decideAssignment } from "@/lib/cases/assignment";
import type { CaseView } from "@/lib/screens/queries/read-case";
import { claimAction, releaseAction } from "./actions";
import { HandOverForm } from "./hand-over-form";

type Props = { view: CaseView; actor: Staff; handlers: readonly { id: string; name: string }[] };

/** The handler of the case, and buttons to change it; nothing while it is not in review. */
export function HandlerBox({ view, actor, handlers }: Props) {
  const t = useTranslations("staff.beside");
  const { assigneeId } = view;
  const mayAssign = decideAssignment(actor, view, assigneeId).ok;
  if (!mayAssign) return null;
  const name = view.assignee ?? "";
  const colleagues = handlers
    .filter(({ id }) => id !== assigneeId)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="stack stack--tight" aria-labelledby="handler">
      <Heading level={2} id="handler" looksLike={4}>
        {t("handler")}
      </Heading>
      <p>{assigneeId === actor.personId ? t("mine") : assigneeId ? t("theirs", { name }) : t("nobodys")}</p>
      {assigneeId === null && (
        <ActionForm action={claimAction} values={{ applicationId: view.id }} variant="secondary">
          {t("claim")}
        </ActionForm>
      )}
      {assigneeId === actor.personId && (
        <ActionForm action={releaseAction} values={{ applicationId: view.id }} variant="link">
          {t("release")}
        </ActionForm>
      )}
      <Details summary={t("handOver")}>
        <HandOverForm
          key={assigneeId}
          applicationId={view.id}
          assigneeId={assigneeId}
          colleagues={colleagues}
          button={t("handOverButton")}
        />
      </Details>
    </section>
  );
}
