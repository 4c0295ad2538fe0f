"use client";
import { FieldFrame } from "./field-frame";
import { useField } from "./use-field";

/** One file; `accept` only filters the browser's dialogue. */
export function FileField({ name, accept }: { name: string; accept: string }) {
  const field = useField(name);
  return (
    <FieldFrame field={field}>
      <input
        {...field.register()}
        {...field.aria}
        id={field.id}
        type="file"
        accept={accept}
        className="file-input"
      />
    </FieldFrame>
  );
}
