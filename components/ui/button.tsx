import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type Props = Omit<ComponentProps<"button">, "className"> & { variant?: ButtonVariant };

export function Button({ variant = "primary", type = "button", children, ...props }: Props) {
  return (
    <button {...props} type={type} className={buttonClass(variant)}>
      <span className="nl-button__label">{children}</span>
    </button>
  );
}
