import NextLink from "next/link";
import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type Props = Omit<ComponentProps<typeof NextLink>, "className"> & {
  variant?: Exclude<ButtonVariant, "danger" | "link">;
};

/** Looks like a button and goes somewhere; a button does something. */
export function ButtonLink({ variant = "primary", children, ...props }: Props) {
  return (
    <NextLink prefetch={false} {...props} className={buttonClass(variant)}>
      <span className="nl-button__label">{children}</span>
    </NextLink>
  );
}
