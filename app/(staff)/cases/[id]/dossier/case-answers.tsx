import { useTranslations } from "next-intl";
import { AnswerList } from "@/components/applications/answer-list";
import { Details } from "@/components/ui/details";
import { Heading } from "@/components/ui/heading";
import { SECTIONS, type Section } from "@/lib/answers/answers";
import { shownFields } from "@/lib/answers/fields";
import type { Fields } from "@/lib/answers/questions/question";
import { trajectoryFields } from "@/lib/answers/questions/registry";
import type { RawSection } from "@/lib/form-state";
import type { CaseView } from "@/lib/screens/queries/read-case";

/** The filed answers, part by part, trajectories first. */
export function CaseAnswers({ view }: { view: CaseView }) {
  const t = useTranslations("staff");
  return (
    <section className="stack" aria-labelledby="answers">
      <Heading level={2} id="answers">
        {t("case.answers")}
      </Heading>
      {view.draft.trajectories.map(({ key, answers }, index) => {
        const track = view.requested[index]?.track ?? "general";
        return (
          <section key={key} className="stack" aria-labelledby={`trajectory-${index + 1}`}>
            <Heading level={3} id={`trajectory-${index + 1}`}>
              {t("case.trajectory", { number: index + 1, track: t(`track.${track}`) })}
            </Heading>
            <AnswerList
              fields={trajectoryFields(view.scheme)}
              answers={answers}
              personKnown={"personKey" in answers}
            />
          </section>
        );
      })}
      {SECTIONS.map((section) => (
        <Details key={section} summary={t(`case.sections.${section}`)}>
          <AnswerList fields={fieldsOf(section, view.draft[section])} answers={view.draft[section] ?? {}} />
        </Details>
      ))}
    </section>
  );
}

/** A reviewer also sees the name on the account at the bank, and the agreed declaration. */
const fieldsOf = (section: Section, answers: RawSection = {}): Fields => ({
  ...shownFields(section, answers),
  ...(answers.nameSuggestion !== undefined && { nameSuggestion: "text" }),
  ...(answers.deMinimisText !== undefined && { deMinimisText: "text" }),
});
