import { useTranslations } from "next-intl";
import { WeekView } from "@/components/roster/week-view";
import { AidTable } from "@/components/state-aid/aid-table";
import { DataList, type DataListItem } from "@/components/ui/data-list";
import { answerWords } from "@/lib/answers/answer-words";
import { isAsked } from "@/lib/answers/fields";
import type { Fields } from "@/lib/answers/questions/question";
import type { RawSection } from "@/lib/form-state";
import { useFormats } from "@/lib/i18n/use-formats";
import { typedWeek } from "@/lib/roster/fields";

type FormKey = Parameters<ReturnType<typeof useTranslations<"form">>>[0];
type Props = {
  fields: Fields;
  answers: RawSection;
  /** Whether the person's number is stored as a key; absent where no number is asked. */
  personKnown?: boolean;
};

/** The answers of one part, question by question; an empty one says so. */
export function AnswerList({ fields, answers, personKnown }: Props) {
  const t = useTranslations("applications.answers");
  const form = useTranslations("form");
  const format = useFormats();
  const items: DataListItem[] = Object.entries(fields)
    .filter(([name, kind]) => kind !== "times" && kind !== "row" && isAsked(name, answers))
    .map(([name, kind]) => ({
      term: form(`${name}.label` as FormKey),
      value:
        answerWords(kind, answers[name], (value) => form(`${name}.options.${value}` as FormKey), format) ??
        t("empty"),
    }));
  if (personKnown !== undefined)
    items.splice(1, 0, { term: form("personNumber.label"), value: t(personKnown ? "personKnown" : "empty") });
  const hasRoster = Object.values(fields).includes("times");
  return (
    <>
      <DataList items={items} />
      {"aidReceived" in fields && <AidTable answers={answers} />}
      {hasRoster && <WeekView week={typedWeek(answers)} of={String(answers.pseudonym ?? "")} />}
    </>
  );
}
