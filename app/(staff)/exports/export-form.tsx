import { useTranslations } from "next-intl";
import { Choice } from "@/components/form/choice";
import { Button } from "@/components/ui/button";
import { DATASETS, FORMATS } from "@/lib/publication/export";
import { SCHEMES } from "@/lib/vocabulary/scheme";

type Question = { name: "dataset" | "scheme" | "year" | "format"; options: readonly string[] };

/** A bare form with a default for each question; its answer is a file. */
export function ExportForm({ years }: { years: readonly number[] }) {
  const t = useTranslations("publication.export");
  const schemes = useTranslations("schemes");
  const questions: Question[] = [
    { name: "dataset", options: DATASETS },
    { name: "scheme", options: ["all", ...SCHEMES] },
    { name: "year", options: years.map(String) },
    { name: "format", options: FORMATS },
  ];
  const label = ({ name }: Question, value: string) => {
    if (name === "year") return value;
    const scheme = SCHEMES.find((one) => one === value);
    return scheme ? schemes(`${scheme}.name`) : t(`${name}.${value}` as Parameters<typeof t>[0]);
  };
  return (
    <form action="/api/exports" method="post" className="form stack stack--loose">
      {questions.map((question) => (
        <fieldset key={question.name} className="fieldset utrecht-form-field">
          <legend className="utrecht-form-label">{t(`${question.name}.legend`)}</legend>
          {question.options.map((value, place) => (
            <Choice
              key={value}
              id={`${question.name}-${value}`}
              type="radio"
              name={question.name}
              value={value}
              defaultChecked={place === 0}
              label={label(question, value)}
            />
          ))}
        </fieldset>
      ))}
      <div>
        <Button type="submit">{t("submit")}</Button>
      </div>
    </form>
  );
}
