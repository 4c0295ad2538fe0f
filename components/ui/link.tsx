import NextLink from "next/link";
import type { ComponentProps } from "react";

/** Fetches nothing ahead: every page is made for who asks, so that what came early is no use and costs the server. */
export function Link({ className = "", ...props }: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} className={`nl-link ${className}`.trim()} {...props} />;
}
