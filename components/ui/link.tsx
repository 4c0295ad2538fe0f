import NextLink from "next/link";
import type { ComponentProps } from "react";

export function Link({ className = "", ...props }: ComponentProps<typeof NextLink>) {
  return <NextLink className={`nl-link ${className}`.trim()} {...props} />;
}
