import type { ReactNode } from "react";

/** Optional text that opens without JavaScript. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div className="details__body stack">{children}</div>
    </details>
  );
}
