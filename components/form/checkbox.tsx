"use client";
import { Choice } from "./choice";
import { FieldError } from "./field-frame";
import { useField } from "./use-field";

/** One statement to agree with; sends "yes" when ticked and nothing when not. */
export function Checkbox({ name }: { name: string }) {
  const field = useField(name);
  return (
    <div className={field.error ? "utrecht-form-field utrecht-form-field--invalid" : "utrecht-form-field"}>
      <FieldError field={field} />
      <Choice
        {...field.register()}
        type="checkbox"
        id={field.id}
        value="yes"
        defaultChecked={field.typedText === "yes"}
        aria-invalid={field.aria["aria-invalid"]}
        aria-describedby={field.error && `${field.id}-error`}
        label={field.words.label}
        help={field.words.help}
      />
    </div>
  );
}
