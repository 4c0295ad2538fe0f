"use client";
import { useTranslations } from "next-intl";
import { QuestionList } from "@/components/applications/questions";
import { TextField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/alert";
import { PERSON } from "@/lib/answers/questions/every-scheme";

const { pseudonym, ...OTHERS } = PERSON;

/** The statushouder and the permit. The number itself never comes back to the screen. */
export function PersonQuestions({ personKnown }: { personKnown: boolean }) {
  const t = useTranslations("form.personKnown");
  return (
    <>
      <QuestionList questions={{ pseudonym }} />
      {personKnown && (
        <Alert kind="ok" heading={t("title")}>
          <p>{t("text")}</p>
        </Alert>
      )}
      <TextField
        name="personNumber"
        width="short"
        inputMode="numeric"
        autoComplete="off"
        optional={personKnown}
      />
      <QuestionList questions={OTHERS} />
    </>
  );
}
