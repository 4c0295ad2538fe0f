"use client";
import { useTranslations } from "next-intl";
import { FieldFrame } from "./field-frame";
import { useField } from "./use-field";

type Option = { value: string; label: string };
type Props = {
  name: string;
  /** Values with words in the catalogue, or options with their own names, such as people. */
  options: readonly string[] | readonly Option[];
  /** Begins without a choice; otherwise with the first option. */
  unchosen?: boolean;
};

/** One of several options where radio buttons would take too much room. */
export function SelectField({ name, options, unchosen }: Props) {
  const field = useField(name);
  const t = useTranslations("common.form");
  const labelled = options.map((option) =>
    typeof option === "string" ? { value: option, label: field.words.option(option) } : option,
  );
  return (
    <FieldFrame field={field}>
      <select
        {...field.register()}
        {...field.aria}
        id={field.id}
        defaultValue={field.typedText || (unchosen ? "" : labelled[0]?.value)}
        className="utrecht-textbox utrecht-textbox--html-input"
      >
        {unchosen && <option value="">{t("choose")}</option>}
        {labelled.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
