"use client";
import { useTranslations } from "next-intl";
import { QuestionList } from "@/components/applications/questions";
import { TextField } from "@/components/form/text-field";
import { Alert } from "@/components/ui/alert";
import { PERSON } from "@/lib/answers/questions/every-scheme";
import type { KeptNumber } from "@/lib/schemes/person-checks";

const { pseudonym, ...OTHERS } = PERSON;

type Props = { personKnown: boolean; keptNumber: KeptNumber | undefined };

/** The statushouder and the permit. The number itself never comes back to the screen of an employer. */
export function PersonQuestions({ personKnown, keptNumber }: Props) {
  const t = useTranslations("form.personKnown");
  const use = useTranslations("form.personNumberUse");
  return (
    <>
      <QuestionList questions={{ pseudonym }} />
      {personKnown && (
        <Alert kind="ok" heading={t("title")}>
          <p>{t("text")}</p>
        </Alert>
      )}
      <p>{keptNumber ? use("kept", { days: keptNumber.daysAtMost }) : use("keyOnly")}</p>
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
