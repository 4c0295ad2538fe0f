"use client";
import { useTranslations } from "next-intl";
import { splitDay } from "@/lib/form-state";
import { FieldsetFrame } from "./field-frame";
import { useField } from "./use-field";

const PARTS = ["day", "month", "year"] as const;

/** A calendar day in three parts, which the server joins: it works the same with and without JavaScript. */
export function DayField({ name, optional }: { name: string; optional?: boolean }) {
  const field = useField(name);
  const t = useTranslations("common.form");
  const typed = splitDay(field.typedText);
  return (
    <FieldsetFrame field={field} optional={optional}>
      <div className="day-field">
        {PARTS.map((part) => (
          <div key={part}>
            <label className="day-field__label" htmlFor={partId(field.id, part)}>
              {t(part)}
            </label>
            <input
              id={partId(field.id, part)}
              name={`${name}-${part}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === "year" ? 4 : 2}
              defaultValue={typed[part]}
              onChange={field.judgeAgain}
              aria-invalid={field.aria["aria-invalid"]}
              className={`utrecht-textbox utrecht-textbox--html-input day-field__${part}`}
            />
          </div>
        ))}
      </div>
    </FieldsetFrame>
  );
}

/** The summary links to the first part. */
const partId = (id: string, part: (typeof PARTS)[number]) => (part === "day" ? id : `${id}-${part}`);
