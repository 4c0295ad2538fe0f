import { useTranslations } from "next-intl";
import { Heading } from "@/components/ui/heading";
import type { Staff } from "@/lib/actor";
import type { besideCase } from "@/lib/cases/queries/case-sidebar";
import { useFormats } from "@/lib/i18n/use-formats";
import { NoteForm } from "./note-form";

type Notes = Awaited<ReturnType<typeof besideCase>>["notes"];
type Props = { caseId: string; notes: Notes; actor: Staff };

/** The notes of officials about this case. */
export function CaseNotes({ caseId, notes, actor }: Props) {
  const t = useTranslations("staff.beside");
  const format = useFormats();
  const writes = actor.roles.includes("reviewer") || actor.roles.includes("decider");
  return (
    <section className="stack" aria-labelledby="notes">
      <Heading level={2} id="notes">
        {t("notes")}
      </Heading>
      <p className="text-quiet">{t("notesWho")}</p>
      {notes.length === 0 && <p>{t("notesNone")}</p>}
      {notes.map(({ id, text, by, at }) => (
        <div key={id} className="case-note">
          <p className="text-small text-quiet">{t("noteBy", { name: by, moment: format.moment(at) })}</p>
          <p className="pre-line">{text}</p>
        </div>
      ))}
      {writes && <NoteForm key={notes.length} applicationId={caseId} button={t("noteSave")} />}
    </section>
  );
}
