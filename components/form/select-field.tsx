"use client";
import { FieldFrame } from "./field-frame";
import { useField } from "./use-field";

/** One of a few options where a list of radio buttons would take too much room; the first one is chosen beforehand. */
export function SelectField({ name, options }: { name: string; options: readonly [string, ...string[]] }) {
  const field = useField(name);
  return (
    <FieldFrame field={field}>
      <select
        {...field.register()}
        {...field.aria}
        id={field.id}
        defaultValue={field.typedText || options[0]}
        className="utrecht-textbox utrecht-textbox--html-input"
      >
        {options.map((value) => (
          <option key={value} value={value}>
            {field.words.option(value)}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
