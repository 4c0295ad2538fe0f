"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormKit } from "@/components/form/form-context";
import { TextField } from "@/components/form/text-field";
import { Clashes } from "@/components/roster/clashes";
import { WeekPicture } from "@/components/roster/week-picture";
import { ROSTER_FIELDS, typedWeek } from "@/lib/roster/fields";
import { hoursIn } from "@/lib/roster/week";

/** Hours of work and class, a row per day; the chart follows the answers. */
export function RosterQuestions() {
  const t = useTranslations("roster");
  const { values } = useFormKit();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const week = typedWeek({ ...values, ...typed });

  function follow(event: FormEvent<HTMLElement>) {
    const { name, value } = event.target as HTMLInputElement;
    setTyped((before) => ({ ...before, [name]: value }));
  }

  return (
    <>
      <p>{t("explanation")}</p>
      <div className="roster-days" onInput={follow}>
        {ROSTER_FIELDS.map((name) => (
          <TextField key={name} name={name} autoComplete="off" spellCheck={false} />
        ))}
      </div>
      <figure className="roster-preview">
        <WeekPicture week={week} />
        <figcaption aria-live="polite">
          {t("picture", { work: hoursIn(week, "work"), class: hoursIn(week, "class") })}
          <Clashes week={week} />
        </figcaption>
      </figure>
    </>
  );
}
