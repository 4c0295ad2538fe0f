"use client";
import { Choice } from "./choice";
import { FieldsetFrame } from "./field-frame";
import { useField } from "./use-field";

type Props = { name: string; options: readonly string[]; optional?: boolean };

export function CheckboxGroup({ name, options, optional }: Props) {
  const field = useField(name);
  return (
    <FieldsetFrame field={field} optional={optional}>
      {options.map((value, place) => (
        <Choice
          key={value}
          {...field.register()}
          type="checkbox"
          id={place === 0 ? field.id : `${field.id}-${value}`}
          value={value}
          defaultChecked={field.typedList.includes(value)}
          label={field.words.option(value)}
          help={field.words.optionHelp(value)}
        />
      ))}
    </FieldsetFrame>
  );
}
