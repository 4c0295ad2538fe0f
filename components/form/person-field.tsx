"use client";
import { useTranslations } from "next-intl";
import { FieldFrame } from "./field-frame";
import { useField } from "./use-field";

type Props = { name: string; options: readonly { value: string; label: string }[] };

/** One of some people, who are no words in the catalogue; nobody is chosen beforehand. */
export function PersonField({ name, options }: Props) {
  const field = useField(name);
  const t = useTranslations("common.form");
  return (
    <FieldFrame field={field}>
      <select
        {...field.register()}
        {...field.aria}
        id={field.id}
        defaultValue={field.typedText}
        className="plain-select__input utrecht-textbox utrecht-textbox--html-input"
      >
        <option value="">{t("choose")}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
