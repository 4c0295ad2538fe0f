import NextLink from "next/link";
import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type Props = Omit<ComponentProps<typeof NextLink>, "className"> & {
  variant?: Exclude<ButtonVariant, "danger" | "link">;
};

/** A link that looks like a button. */
export function ButtonLink({ variant = "primary", children, ...props }: Props) {
  return (
    <NextLink prefetch={false} {...props} className={buttonClass(variant)}>
      <span className="nl-button__label">{children}</span>
    </NextLink>
  );
}
