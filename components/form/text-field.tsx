"use client";
import type { ComponentProps } from "react";
import { FieldFrame } from "./field-frame";
import { useField } from "./use-field";

type Props = {
  name: string;
  type?: "text" | "email" | "tel";
  width?: "short" | "medium" | "full";
  optional?: boolean;
} & Pick<ComponentProps<"input">, "autoComplete" | "inputMode" | "spellCheck" | "maxLength">;

export function TextField({ name, type = "text", width = "full", optional, ...input }: Props) {
  const field = useField(name);
  return (
    <FieldFrame field={field} optional={optional}>
      <input
        {...input}
        {...field.register()}
        {...field.aria}
        id={field.id}
        type={type}
        defaultValue={field.typedText}
        className={`utrecht-textbox utrecht-textbox--html-input width-${width}`}
      />
    </FieldFrame>
  );
}
