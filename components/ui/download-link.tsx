import type { ReactNode } from "react";

/** A plain link to a download, so that it is not prefetched. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="nl-link" href={href} download>
      {children}
    </a>
  );
}
