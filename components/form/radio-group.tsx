"use client";
import { Choice } from "./choice";
import { FieldsetFrame } from "./field-frame";
import { useField } from "./use-field";

type Props = { name: string; options: readonly string[]; optional?: boolean };

export function RadioGroup({ name, options, optional }: Props) {
  const field = useField(name);
  return (
    <FieldsetFrame field={field} optional={optional}>
      {options.map((value, place) => (
        <Choice
          key={value}
          {...field.register()}
          type="radio"
          id={place === 0 ? field.id : `${field.id}-${value}`}
          value={value}
          defaultChecked={field.typedText === value}
          label={field.words.option(value)}
          help={field.words.optionHelp(value)}
        />
      ))}
    </FieldsetFrame>
  );
}
