"use client";
import { FieldFrame } from "./field-frame";
import { useField } from "./use-field";

/** An amount in euros, as people write it: "2.450,50". */
export function MoneyField({ name, optional }: { name: string; optional?: boolean }) {
  const field = useField(name);
  return (
    <FieldFrame field={field} optional={optional}>
      <span className="money-field">
        <span className="money-field__sign" aria-hidden="true">
          €
        </span>
        <input
          {...field.register()}
          {...field.aria}
          id={field.id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={field.typedText}
          className="utrecht-textbox utrecht-textbox--html-input width-short"
        />
      </span>
    </FieldFrame>
  );
}
