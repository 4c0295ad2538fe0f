"use client";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "className"> & {
  id: string;
  type: "radio" | "checkbox";
  label: string;
  help?: string;
};

const LOOKS = {
  radio: "utrecht-radio-button utrecht-radio-button--html-input",
  checkbox: "utrecht-custom-checkbox utrecht-custom-checkbox--html-input",
};

/** One checkbox or radio button; its whole line can be pressed. */
export function Choice({ type, label, help, id, ...input }: Props) {
  const helpId = help && `${id}-help`;
  const described = [helpId, input["aria-describedby"]].filter(Boolean).join(" ") || undefined;
  return (
    <div className="choice">
      <input
        {...input}
        id={id}
        type={type}
        aria-describedby={described}
        className={`choice__input ${LOOKS[type]}`}
      />
      <label className={`choice__label utrecht-form-label utrecht-form-label--${type}`} htmlFor={id}>
        {label}
      </label>
      {help && (
        <p className="choice__help utrecht-form-field-description" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
