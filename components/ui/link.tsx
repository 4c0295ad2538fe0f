import NextLink from "next/link";
import type { ComponentProps } from "react";

/** A link without prefetch: every page is rendered per request, so a prefetch only costs the server. */
export function Link({ className = "", ...props }: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} className={`nl-link ${className}`.trim()} {...props} />;
}
