import { useTranslations } from "next-intl";
import { Changes } from "@/components/completion/changes";
import { Alert } from "@/components/ui/alert";
import { Heading } from "@/components/ui/heading";
import type { ChangesSince } from "@/lib/cases/queries/changes-since";
import { useFormats } from "@/lib/i18n/use-formats";
import type { CaseView } from "@/lib/screens/queries/read-case";

type EventKey = Parameters<ReturnType<typeof useTranslations<"staff.events">>>[0];

/** The changes since this official's last visit. */
export function SinceLast({ view, changes }: { view: CaseView; changes: ChangesSince }) {
  const t = useTranslations("staff.beside");
  const event = useTranslations("staff.events");
  const format = useFormats();
  return (
    <Alert kind="info" heading={t("since", { moment: format.moment(changes.at) })}>
      <ul className="bullets">
        {changes.events.map(({ type, at, by, isEmployer }) => (
          <li key={`${type}${at.getTime()}`}>
            {event(type.replaceAll(".", "_") as EventKey)} (
            {isEmployer
              ? t("byEmployer", { moment: format.moment(at) })
              : t("by", { moment: format.moment(at), name: by ?? "" })}
            )
          </li>
        ))}
      </ul>
      {changes.answers.length > 0 && (
        <>
          <Heading level={3} looksLike={4}>
            {t("sinceAnswers")}
          </Heading>
          <Changes
            changes={changes.answers}
            scheme={view.scheme}
            trajectoryKeys={view.draft.trajectories.map(({ key }) => key)}
          />
        </>
      )}
    </Alert>
  );
}
