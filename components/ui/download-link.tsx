import type { ReactNode } from "react";

/** Leads to a file that the browser keeps; a plain link, so that nothing is fetched beforehand. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="nl-link" href={href} download>
      {children}
    </a>
  );
}
